import assert from "node:assert/strict";
import { incoming, openTrial } from "../support/trial.ts";

Deno.test("5,000 records at once become ten jobs and are all processed once", async () => {
  const trial = await openTrial();
  await trial.categories("Office");
  const ids = await trial.send(
    ...Array.from({ length: 5_000 }, () => incoming()),
  );
  assert.equal(new Set(ids).size, 5_000);
  assert.equal(await trial.runJobs(), 10);
  const events = await trial.events();
  const processed = events.filter((event) => event.type === "PROCESSED");
  assert.deepEqual(
    new Set(processed.map((event) => event.payload.record_id)),
    new Set(ids),
  );
  assert.equal(processed.length, 5_000);
});
