import assert from "node:assert/strict";
import { openHttpTrial } from "./http_trial.ts";

const V1 = "/api/v1";

async function trialWithRules() {
  const trial = await openHttpTrial();
  const { call } = trial;
  const ids: string[] = [];
  for (const name of ["Fuel", "Travel"]) {
    const made = await call("POST", `${V1}/categories`, { name });
    ids.push(made.body["id"]!);
  }
  const rule = async (name: string, value: string, category_id: string) => {
    const made = await call("POST", `${V1}/rules`, {
      name,
      when: { field: "description", op: "contains", value },
      then: { category_id },
    });
    return made.body["id"]!;
  };
  const wide = await rule("Shell", "shell", ids[0]!);
  const narrow = await rule("Shell UK", "shell uk", ids[1]!);
  return { ...trial, wide, narrow };
}

Deno.test("overlaps are told with their proof and a record that shows them", async () => {
  const { call, wide, narrow } = await trialWithRules();
  const found = await call("GET", `${V1}/rules/overlaps`);
  const witness = {
    source: "constructed",
    record: {
      connection_id: "con_00000000000000000000000000",
      occurred_at: null,
      description: "shell uk",
      counterparty: "shell uk",
      amount: null,
      attributes: {},
    },
  };
  // The trial's ids say that its rules are very old.
  const dead = (rule_id: string, name: string) => ({
    kind: "dead",
    proof: "proven",
    rule_ids: [rule_id],
    because: `No record hit "${name}" in the last 90 days.`,
    witness: null,
    figures: { days: 90, hits: 0, last_hit_at: null, can_never_match: false },
  });
  assert.deepEqual([found.status, found.body], [200, {
    findings: [
      {
        kind: "shadowed",
        proof: "proven",
        rule_ids: [narrow, wide],
        because:
          '"Shell UK" is never reached: "Shell" stands before it, matches whatever it matches, and ends it.',
        witness,
      },
      {
        kind: "conflicting",
        proof: "proven",
        rule_ids: [narrow, wide],
        because:
          '"Shell UK" and "Shell" match one record and set different categories; of the two "Shell" wins: it stands first and ends it.',
        witness,
        figures: { records: 0, earlier_continues: false },
      },
      dead(wide, "Shell"),
      dead(narrow, "Shell UK"),
    ],
    totals: {
      duplicate: 0,
      shadowed: 1,
      conflicting: 1,
      dead: 2,
      over_broad: 0,
    },
    complete: true,
    rules: 2,
    records: 0,
    days: 90,
    ruleset_version: 2,
  }]);
});

Deno.test("the sample is the tenant's records, as rules see them", async () => {
  const { call, runJobs, narrow } = await trialWithRules();
  await call("POST", `${V1}/records`, {
    records: [{ external_id: "1", description: "SHELL UK 42" }],
  });
  await runJobs();
  const found = await call("GET", `${V1}/rules/overlaps?limit=1&days=7`);
  const { records, days, findings } = found.body as unknown as {
    records: number;
    days: number;
    findings: { rule_ids: string[]; witness: { source: string } | null }[];
  };
  assert.deepEqual([records, days], [1, 7]);
  assert.deepEqual(
    findings.map(({ rule_ids, witness }) => [rule_ids[0], witness?.source]),
    [[narrow, "history"], [narrow, "history"], [narrow, undefined]],
  );
});

Deno.test("another tenant's rules and records are not looked at", async () => {
  const { as, stranger } = await trialWithRules();
  const found = await as(await stranger())("GET", `${V1}/rules/overlaps`);
  assert.deepEqual([found.body["rules"], found.body["findings"]], [0, []]);
});

Deno.test("days and limit out of range are refused", async () => {
  const { call } = await openHttpTrial();
  for (const query of ["days=0", "days=x", "limit=201", "kind=dead"]) {
    const refused = await call("GET", `${V1}/rules/overlaps?${query}`);
    assert.equal(refused.status, 422, query);
  }
});
