import assert from "node:assert/strict";
import { invalid } from "./http_client.ts";
import { openHttpTrial } from "./http_trial.ts";

const V1 = "/api/v1";

Deno.test("what was settled is audited, corrected, and reported", async () => {
  const { call, keyOf, runJobs } = await openHttpTrial({
    settings: { similarityThreshold: null, auditRate: 0.1 },
  });
  async function category(name: string): Promise<string> {
    return (await call("POST", `${V1}/categories`, { name })).body["id"]!;
  }
  const [fuel, office] = [await category("Fuel"), await category("Office")];
  await call("POST", `${V1}/rules`, {
    name: "BP is fuel",
    when: { field: "description", op: "contains", value: "bp" },
    then: { category_id: fuel },
  });
  const records = (from: number, to: number, description: string) =>
    Array.from({ length: to - from }, (_, i) => ({
      external_id: `r-${from + i}`,
      description: `${description} ${from + i}`,
    }));
  await call("POST", `${V1}/records`, {
    records: [...records(0, 40, "BP station"), ...records(40, 50, "Flowers")],
  });
  await runJobs();

  const { body } = await call("GET", `${V1}/approvals?limit=200`);
  const waiting = body["data"]!;
  // Nothing but what the record says tells an audit from what waits for a person.
  const audits = waiting.filter((one) =>
    String(one["record"]!["description"]).startsWith("BP")
  );
  assert.deepEqual([waiting.length, audits.length], [14, 4]);
  const [audit] = audits;
  assert.deepEqual(audit!["candidates"], []);
  assert.deepEqual(
    [audit!["record"]!["status"], audit!["record"]!["outcome"]],
    ["processed", "needs_review"],
  );
  const shown = await call("GET", `${V1}/approvals/${audit!["id"]}`);
  assert.deepEqual(shown.body, audit);

  const decisions = waiting.map((one) =>
    one === audit || !audits.includes(one)
      ? { approval_id: one["id"], verdict: "override", category_id: office }
      : { approval_id: one["id"], verdict: "override", category_id: fuel }
  );
  const decided = await call("POST", `${V1}/approvals/decide-many`, {
    decisions,
  });
  assert.equal(decided.body["decided"]!.length, 14);
  assert.equal(
    decided.body["decided"]!.filter((one) => one["because"] === "audit").length,
    4,
  );

  const viewer = await keyOf("viewer");
  const report = await call("GET", `${V1}/quality`, undefined, {
    Authorization: `Bearer ${viewer}`,
  });
  assert.equal(report.status, 200, report.text);
  const quality = report.body;
  assert.deepEqual(
    [quality["processed"], quality["settled"], quality["coverage"]],
    [50, 40, 0.8],
  );
  // Wilson's interval of three of four.
  const precision = quality["precision"]!;
  assert.deepEqual(
    ["share", "low", "high", "n"].map((name) =>
      Number(precision[name]).toFixed(4)
    ),
    ["0.7500", "0.3006", "0.9544", "4.0000"],
  );
  const none = {
    settled: 0,
    adds: 0,
    precision: null,
    audited: 0,
    wrong: 0,
    found_wrong: 0,
    cost: null,
  };
  assert.deepEqual(quality["steps"], [
    {
      source: "rule",
      settled: 40,
      adds: 0.8,
      precision,
      audited: 4,
      wrong: 1,
      found_wrong: 0,
      cost: null,
    },
    { source: "similarity", ...none },
    { source: "model", ...none, cost: { tokens: 0, micros: 0 } },
  ]);
  assert.deepEqual(quality["categories"], [
    {
      category_id: fuel,
      name: "Fuel",
      proposed: 4,
      right: 3,
      wrong: 1,
      decided: 3,
      precision: 0.75,
      recall: 1,
      confusions: [{ category_id: office, n: 1 }],
    },
    {
      category_id: office,
      name: "Office",
      proposed: 0,
      right: 0,
      wrong: 0,
      decided: 1,
      precision: null,
      recall: 0,
      confusions: [],
    },
  ]);
  assert.deepEqual(quality["candidates"], { reviewed: 10, hits: 0, share: 0 });
  assert.deepEqual(quality["trust"], []);

  const earlier = await call("GET", `${V1}/quality?to=2025-01-01`);
  assert.deepEqual(
    [earlier.body["processed"], earlier.body["precision"]],
    [0, null],
  );
  const unread = await call("GET", `${V1}/quality?from=yesterday`);
  assert.equal(unread.status, 422);
});

Deno.test("a span that holds nothing is refused, one that holds anything is not", async () => {
  const { call, clock } = await openHttpTrial();
  const now = clock.now();
  const notBefore = invalid({ parameter: "from", detail: "is not before to" });
  const future = invalid({ parameter: "from", detail: "is in the future" });
  for (
    const [query, problem] of [
      ["from=2027-01-01&to=2026-01-01", notBefore],
      ["from=2026-01-01&to=2026-01-01", notBefore],
      // The same instant, told from elsewhere.
      ["from=2026-01-01&to=2026-01-01T01:00:00%2B01:00", notBefore],
      ["from=2027-01-01", future],
    ] as const
  ) {
    const refused = await call("GET", `${V1}/quality?${query}`);
    assert.deepEqual([refused.status, refused.body], [422, problem], query);
  }
  for (
    const query of [
      `from=${now}`,
      "from=2027-01-01&to=2027-01-02",
      "from=2026-01-01&to=2026-01-01T00:00:00.001Z",
      "to=2025-01-01",
    ]
  ) {
    const told = await call("GET", `${V1}/quality?${query}`);
    assert.deepEqual([told.status, told.body["processed"]], [200, 0], query);
  }
});
