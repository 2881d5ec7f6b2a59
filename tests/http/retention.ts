import assert from "node:assert/strict";
import { plusMs } from "../../src/kernel/instant.ts";
import { applyRetention } from "../../src/privacy/use_cases/apply_retention.ts";
import { openTaskScope } from "../../src/tenancy/use_cases/open_task_scope.ts";
import { value } from "../support/trial.ts";
import { problem } from "./http_client.ts";
import type { HttpTrial, TestOn } from "./tests_on.ts";

const V1 = "/api/v1";
const DAY_MS = 86_400_000;
const NOTHING = {
  raw_payloads: 0,
  deliveries: 0,
  idempotency: 0,
  model_answers: 0,
  dead_letters: 0,
  invitations: 0,
  reports: 0,
};

const record = (n: number) => ({
  external_id: `r-${n}`,
  description: `Payment ${n}`,
  amount: { minor: -100 * n, currency: "GBP" },
});

async function retain(trial: HttpTrial, rowsPerUnit?: number) {
  const scope = openTaskScope(trial.tenant.id, "retention");
  return value(await applyRetention(trial.deps, scope, rowsPerUnit));
}

/** Four records: one decided, one waiting, two taken in by a delivery. */
async function openHistory(trial: HttpTrial) {
  const { call, runJobs } = trial;
  const made = await call("POST", `${V1}/categories`, { name: "Travel" });
  const sent = await call("POST", `${V1}/records`, {
    records: [record(1), record(2)],
  }, { "Idempotency-Key": "sent" });
  await call("POST", `${V1}/records`, { records: [record(3), record(4)] }, {
    Prefer: "respond-async",
  });
  await runJobs();
  const [decided, waits] = sent.body["record_ids"]! as unknown as string[];
  const { body } = await call("GET", `${V1}/approvals`);
  const item = body["data"]!.find((one) => one["record_id"] === decided)!;
  await call("POST", `${V1}/approvals/${item["id"]}/decide`, {
    verdict: "override",
    category_id: made.body["id"],
  });
  await runJobs();
  return { decided: decided!, waits: waits! };
}

export function retentionTests(test: TestOn): void {
  test("what was kept long enough goes, what is still needed stays", async (trial) => {
    const { call, clock } = trial;
    const { decided, waits } = await openHistory(trial);
    const raw = async (id: string) =>
      (await call("GET", `${V1}/records/${id}`)).body["raw"] as unknown;
    assert.deepEqual(await retain(trial), NOTHING);

    clock.set(plusMs(clock.now(), 31 * DAY_MS));
    // Two keys: of the set that was sent, and of the delivery none.
    assert.deepEqual(await retain(trial), {
      ...NOTHING,
      deliveries: 1,
      idempotency: 1,
    });
    assert.notEqual(await raw(decided), null);

    clock.set(plusMs(clock.now(), 335 * DAY_MS));
    assert.deepEqual(await retain(trial), { ...NOTHING, raw_payloads: 1 });
    assert.equal(await raw(decided), null);
    assert.notEqual(await raw(waits), null);
    assert.deepEqual(await retain(trial), NOTHING);
    const { body } = await call(
      "GET",
      `${V1}/events?type=RETENTION_APPLIED&limit=200`,
    );
    assert.deepEqual(
      body["data"]!.map((
        { payload },
      ) => [payload!["kind"], payload!["removed"]]),
      [["deliveries", 1], ["idempotency", 1], ["raw_payloads", 1]],
    );
    const verified = await call("GET", `${V1}/events/verify`);
    assert.equal(verified.body["ok"] as unknown, true);
  });

  test("a tenant says for how long, and many go in several units", async (trial) => {
    const { call, clock } = trial;
    for (let n = 0; n < 5; n++) {
      await call("POST", `${V1}/categories`, { name: `Category ${n}` }, {
        "Idempotency-Key": `made-${n}`,
      });
    }
    const changed = await call("PATCH", `${V1}/tenant`, {
      retention: { idempotency_days: 2, deliveries_days: null },
    });
    assert.deepEqual(changed.body["retention"] as unknown, {
      raw_payloads_days: 365,
      deliveries_days: null,
      idempotency_days: 2,
      model_answers_days: 90,
      dead_letters_days: 90,
      invitations_days: 90,
      reports_days: 730,
    });
    clock.set(plusMs(clock.now(), 3 * DAY_MS));
    assert.deepEqual(await retain(trial, 2), { ...NOTHING, idempotency: 5 });
    const repeat = await call("POST", `${V1}/categories`, { name: "Another" }, {
      "Idempotency-Key": "made-1",
    });
    assert.equal(repeat.status, 201);
  });

  test("only whole days from one to ten years are taken", async ({ call }) => {
    for (const days of [0, 1.5, 3_651, -1, "7"]) {
      const { body } = await call("PATCH", `${V1}/tenant`, {
        retention: { deliveries_days: days },
      });
      assert.equal(body["status"] as unknown, 422, String(days));
      assert.equal(
        body["errors"]![0]!["pointer"],
        "/retention/deliveries_days",
      );
    }
    const none = await call("PATCH", `${V1}/tenant`, { retention: {} });
    assert.deepEqual(
      none.body,
      problem(
        "request.invalid",
        422,
        "The request has parts that are wrong or missing",
        { errors: [{ pointer: "/retention", detail: "changes nothing" }] },
      ),
    );
  });
}
