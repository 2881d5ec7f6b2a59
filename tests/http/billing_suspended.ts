import assert from "node:assert/strict";
import { bookWith } from "../support/billing_trial.ts";
import {
  BILLING,
  CHECKOUT,
  PUBLIC_URL,
  sellingOn,
  type TestSelling,
} from "./billing_trial.ts";
import { problem } from "./http_client.ts";
import { closedOperationsOf, sendSample } from "./operations.ts";
import { requestsFor } from "./requests.ts";
import { fallBehind } from "./fall_behind.ts";
import { seed } from "./seeded.ts";
import { memberOf, tokenOf, told } from "./signed_in.ts";
import type { TestOn } from "./tests_on.ts";

const SUSPENDED = [402, "access.suspended"];
const TITLE = "Until the subscription is paid, this company can only be read";
const upgrade_url = `${PUBLIC_URL}/console/billing#portal`;

/** What somebody who does not pay may still change: who is in, what they owe, and what is theirs. */
const STILL_ALLOWED = [
  "api_keys.write",
  "billing.write",
  "members.write",
  "privacy.erase",
  "session.own",
  "tenant.erase",
];

/** A company that does not pay: what it reads, and what it may not do. */
export function billingSuspendedTests(on: TestOn): void {
  whileSuspended(sellingOn(on));
  withoutFreePlan(
    sellingOn(on, { book: bookWith({ withoutSubscription: null }) }),
  );
}

function whileSuspended(test: TestSelling): void {
  test("everything can be read and exported, and of the rest only what pays, leaves or keeps people out", async (trial) => {
    const { call } = trial;
    let samples!: ReturnType<typeof requestsFor>;
    await fallBehind(trial, {
      async paid() {
        samples = requestsFor(await seed(call, trial.runJobs, "Otter"));
      },
    });
    const before = (await trial.events()).length;
    let [readable, refused] = [0, 0];
    for (const operation of await closedOperationsOf(call)) {
      const { name, action } = operation;
      if (STILL_ALLOWED.includes(action)) continue;
      const answer = await sendSample(call, operation, samples);
      if (action.endsWith(".read")) {
        readable++;
        const own = samples[name]!.own;
        // Nothing to buy is what the sample counts on.
        const isRight = own === undefined || action === "billing.read"
          ? answer.status < 300
          : answer.status === own;
        assert(isRight, `${name}: ${answer.text}`);
      } else {
        refused++;
        assert.deepEqual(
          [answer.status, answer.body],
          [
            402,
            problem("access.suspended", 402, TITLE, {
              action,
              upgrade_url,
            }),
          ],
          name,
        );
      }
    }
    assert(readable > 40, `${readable} operations were read`);
    assert(refused > 40, `${refused} operations were refused`);
    const types = (await trial.events()).slice(before).map(({ type }) => type);
    assert.deepEqual(types, []);
  });

  test("the provider can be asked, the portal opened and people kept out; nobody comes in", async (trial) => {
    const { call } = trial;
    const id = await fallBehind(trial, {
      paid: async () => void await memberOf(trial, "admin"),
    });
    const record = { records: [{ external_id: "a", description: "timber" }] };
    const admin = trial.as(await tokenOf(trial, "admin@foxglove.example"));
    assert.deepEqual(
      told(await admin("POST", "/api/v1/records", record)),
      SUSPENDED,
    );
    assert.equal((await admin("GET", "/api/v1/records")).status, 200);
    assert.equal((await call("POST", `${BILLING}/portal`, {})).status, 201);
    assert.deepEqual(
      told(await call("POST", CHECKOUT, { plan: "team" })),
      [409, "billing.subscribed"],
    );
    const { body: members } = await call("GET", "/api/v1/members");
    const one = members["data"]!.find((each) => each["role"] === "admin")!;
    const added = await call("POST", "/api/v1/members", {
      email: "cy@foxglove.example",
      name: "Cy",
      role: "viewer",
    });
    assert.deepEqual(
      [added.status, added.body],
      [402, problem("access.suspended", 402, TITLE, { upgrade_url })],
    );
    const removed = await call("DELETE", `/api/v1/members/${one["id"]}`);
    assert.equal(removed.status, 204);
    assert.equal((await admin("GET", "/api/v1/records")).status, 401);
    await trial.world.become(id, "active");
    assert.equal((await call("POST", `${BILLING}/sync`)).status, 202);
    await trial.runJobs();
    assert.equal(await trial.stands(), "active team");
    assert.equal((await call("POST", "/api/v1/records", record)).status, 202);
  });
}

function withoutFreePlan(test: TestSelling): void {
  test("where there is no free plan, who never bought may buy", async (trial) => {
    const { call } = trial;
    const record = { records: [{ external_id: "a", description: "timber" }] };
    const send = () => call("POST", "/api/v1/records", record);
    assert.deepEqual(told(await send()), SUSPENDED);
    await trial.buy();
    assert.deepEqual(told(await send()), SUSPENDED);
    await trial.settle();
    assert.equal((await send()).status, 202);
    assert.equal(await trial.used("records"), 1);
  });
}
