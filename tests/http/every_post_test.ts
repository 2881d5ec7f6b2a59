import assert from "node:assert/strict";
import { openHttpTrial } from "./http_trial.ts";
import { closedOperationsOf, sendSample } from "./operations.ts";
import { requestsFor } from "./requests.ts";
import { seed } from "./seeded.ts";

const KEY = { "Idempotency-Key": "every-post" };

Deno.test("every POST takes an idempotency key, and answers a repeat as the first time", async () => {
  const { call: first } = await openHttpTrial();
  const operations = (await closedOperationsOf(first))
    .filter(({ method }) => method === "POST");
  for (const operation of operations) {
    const { name } = operation;
    const { call, runJobs } = await openHttpTrial();
    const samples = requestsFor(await seed(call, runJobs, "Otter"));
    const done = await sendSample(call, operation, samples, KEY);
    const { own } = samples[name]!;
    const isRight = own === undefined ? done.status < 300 : done.status === own;
    assert(isRight, `${name}: ${done.status} ${done.text}`);
    const again = await sendSample(call, operation, samples, KEY);
    // A secret is told once.
    const told = done.text.replace(
      /"(secret|key|code|link)":"[^"]*"/g,
      '"$1":null',
    );
    assert.deepEqual([again.status, again.text], [done.status, told], name);
  }
});
