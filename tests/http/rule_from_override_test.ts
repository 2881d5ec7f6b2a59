import assert from "node:assert/strict";
import type { Body } from "./http_client.ts";
import { openHttpTrial } from "./http_trial.ts";

const V1 = "/api/v1";

/** Records from one seller in two units, all waiting for a person, the first of them the last to come. */
async function withWaiting() {
  const trial = await openHttpTrial();
  const { call, runJobs } = trial;
  const category = async (name: string) =>
    (await call("POST", `${V1}/categories`, { name })).body["id"]!;
  const [paper, food] = [await category("Paper"), await category("Food")];
  const record = (n: number, unit: string) => ({
    external_id: `t-${n}`,
    description: `TALLOW ${"abcdefgh"[n]} order`,
    counterparty: "Tallow & Reed",
    attributes: { unit },
  });
  await call("POST", `${V1}/records`, {
    records: [record(0, "Office"), record(1, "Canteen"), record(2, "Office")],
  });
  await runJobs();
  const waiting = (await call("GET", `${V1}/approvals`)).body["data"]!;
  const approvals = waiting.toSorted((a, b) =>
    a["record_id"]! < b["record_id"]! ? 1 : -1
  );
  return { ...trial, paper, food, approvals };
}

function decide(approval: Body | undefined): string {
  return `${V1}/approvals/${approval!["id"]}/decide`;
}

Deno.test("a dry run shows the rule an override speaks for and what it would change, and writes nothing", async () => {
  const { call, events, paper, food, approvals } = await withWaiting();
  const [last, middle, first] = approvals;
  await call("POST", decide(middle), {
    verdict: "override",
    category_id: food,
  });
  const before = await events();
  const shown = await call("POST", decide(last), {
    verdict: "override",
    category_id: paper,
    create_rule: "propose",
    dry_run: true,
  });
  assert.equal(shown.status, 200, shown.text);
  // The canteen's was sorted otherwise, so the counterparty alone would be wrong there.
  const rule = {
    name: "Paper: Tallow & Reed, Office",
    enabled: true,
    when: {
      all: [
        { field: "counterparty", op: "equals", value: "Tallow & Reed" },
        { field: "attributes.unit", op: "equals", value: "Office" },
      ],
    },
    then: { category_id: paper },
    continue: false,
  };
  const change = (approval: Body | undefined) => ({
    record_id: approval!["record_id"],
    before: { category_id: null },
    after: { category_id: paper },
  });
  // The answer has the approval alone, not what is shown beside it in a list.
  const beside = [
    "record",
    "candidates",
    "similar",
    "receipt_ids",
    "alike",
    "queue",
    "due_at",
    "overdue",
  ];
  const approval = Object.fromEntries(
    Object.entries(last!).filter(([name]) => !beside.includes(name)),
  );
  assert.deepEqual(shown.body, {
    approval,
    rule_id: null,
    decision_id: null,
    next: null,
    prefetched: [],
    draft: {
      rule,
      effect: {
        decides: 1,
        changes: 1,
        agreement: { right: 0, wrong: 0 },
        reviews_saved: 1,
        examples: [change(first)],
      },
    },
  });
  assert.deepEqual(await events(), before);
  assert.deepEqual((await call("GET", `${V1}/rules`)).body["data"], []);
  const still = await call("GET", `${V1}/approvals/${last!["id"]}`);
  assert.deepEqual(still.body, last);
});

Deno.test("what was shown can be sent, and is made with the decision", async () => {
  const { call, paper, approvals: [last] } = await withWaiting();
  const override = { verdict: "override", category_id: paper };
  const shown = await call("POST", decide(last), {
    ...override,
    create_rule: "propose",
    dry_run: true,
  });
  const rule = shown.body["draft"]!["rule"];
  const made = await call("POST", decide(last), {
    ...override,
    create_rule: rule,
  });
  assert.equal(made.status, 200, made.text);
  assert.equal(made.body["draft"], null);
  const read = await call("GET", `${V1}/rules/${made.body["rule_id"]}`);
  assert.deepEqual(read.body["when"], rule!["when"]);
  assert.deepEqual(read.body["origin"] as unknown, {
    kind: "override",
    record_id: last!["record_id"],
  });
});

Deno.test("where every change is to be back-tested, a draft is shown and no rule is made along", async () => {
  const { call, events, paper, approvals: [last] } = await withWaiting();
  await call("PATCH", `${V1}/tenant`, { require_backtest: true });
  const before = await events();
  const override = { verdict: "override", category_id: paper };
  const shown = await call("POST", decide(last), {
    ...override,
    create_rule: "propose",
    dry_run: true,
  });
  assert.equal(shown.status, 200);
  const made = await call("POST", decide(last), {
    ...override,
    create_rule: shown.body["draft"]!["rule"],
  });
  assert.deepEqual([made.status, made.body["type"]], [
    409,
    "https://balance.invalid/problems#rule.backtest_required",
  ]);
  // Nor is the approval decided: both, or neither.
  assert.deepEqual(await events(), before);
});

Deno.test("a rule of one's own is tried on the records too, with what people said of them", async () => {
  const { call, paper, food, approvals: [last, middle, first] } =
    await withWaiting();
  for (const [approval, category_id] of [[first, paper], [middle, food]]) {
    const body = { verdict: "override", category_id };
    await call("POST", decide(approval as Body), body);
  }
  const shown = await call("POST", decide(last), {
    verdict: "override",
    category_id: paper,
    create_rule: {
      name: "all of it",
      when: { field: "description", op: "contains", value: "tallow" },
      then: { category_id: paper },
    },
    dry_run: true,
  });
  const { decides, changes, agreement } = shown.body["draft"]!["effect"]!;
  assert.deepEqual([decides, changes, agreement], [
    2,
    0,
    { right: 1, wrong: 1 },
  ]);
});

Deno.test("no rule is made that nobody saw", async () => {
  const { call, events, paper, approvals: [last] } = await withWaiting();
  const before = await events();
  const override = { verdict: "override", category_id: paper };
  const wrong = async (body: unknown) => {
    const answer = await call("POST", decide(last), body);
    assert.equal(answer.status, 422, answer.text);
    return answer.body["errors"];
  };
  assert.deepEqual(await wrong({ ...override, create_rule: "propose" }), [{
    pointer: "/create_rule",
    detail: "is made only after it was seen: ask with dry_run, then send it",
  }]);
  assert.deepEqual(await wrong({ ...override, dry_run: true }), [{
    pointer: "/dry_run",
    detail: "goes with create_rule",
  }]);
  assert.deepEqual(
    await wrong({ verdict: "reject", create_rule: "propose", dry_run: true }),
    [{
      pointer: "/create_rule",
      detail: "needs a category to propose a rule for",
    }],
  );
  assert.deepEqual(
    await wrong({ ...override, create_rule: { name: "x", extra: 1 } }),
    [
      { pointer: "/create_rule/when", detail: "is not an object" },
      { pointer: "/create_rule/then", detail: "is not an object" },
      { pointer: "/create_rule/extra", detail: "is not a known member" },
    ],
  );
  assert.deepEqual(await events(), before);
});

Deno.test("a dry run is refused as the decision would be", async () => {
  const { call, paper, approvals: [last] } = await withWaiting();
  const override = { verdict: "override", category_id: paper };
  const dry = { ...override, create_rule: "propose", dry_run: true };
  await call("POST", decide(last), override);
  const late = await call("POST", decide(last), dry);
  assert.deepEqual([late.status, late.body["type"]], [
    409,
    "https://balance.invalid/problems#approval.already_decided",
  ]);
});
