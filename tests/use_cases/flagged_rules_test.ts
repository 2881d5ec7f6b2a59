import assert from "node:assert/strict";
import { decideApprovals } from "../../src/approvals/use_cases/decide_approvals.ts";
import type { CategoryId, RecordId } from "../../src/kernel/ids.ts";
import { correctRecord } from "../../src/records/use_cases/correct_record.ts";
import { flaggedAt } from "../../src/rules/rule_overrides.ts";
import { changeRule } from "../../src/rules/use_cases/change_rule.ts";
import { createRule } from "../../src/rules/use_cases/create_rule.ts";
import { listRules } from "../../src/rules/use_cases/list_rules.ts";
import type { FieldsSet } from "../../src/processing/trace.ts";
import { incoming, openTrial, value } from "../support/trial.ts";

/** A tenant with one rule, whose records people correct. */
async function ruled(then: Pick<FieldsSet, "review"> = {}) {
  const trial = await openTrial();
  const [fuel, office] = await trial.categories("Fuel", "Office");
  const { rule } = value(
    await createRule(trial.deps, trial.scope, {
      definition: {
        name: "all is fuel",
        enabled: true,
        when: { all: [] },
        then: { category_id: fuel!, ...then },
        continue: false,
      },
      position: null,
    }),
  );
  return {
    trial,
    rule,
    fuel: fuel!,
    office: office!,
    async hit(count: number): Promise<readonly RecordId[]> {
      const ids = await trial.send(
        ...Array.from({ length: count }, () => incoming()),
      );
      await trial.runJobs();
      return ids;
    },
    async correct(id: RecordId, categoryId: CategoryId) {
      value(
        await correctRecord(trial.deps, trial.scope, id, {
          correction: { categoryId },
          seenVersion: null,
        }),
      );
    },
    /** How often the rule was overridden, and when it was flagged. */
    async noted() {
      const all = value(await listRules(trial.deps, trial.scope));
      const overrides = all.overrides.find(({ id }) => id === rule.id);
      return [
        overrides?.total ?? 0,
        flaggedAt(all.set.rules[0]!, overrides),
      ];
    },
    async told() {
      return (await trial.events())
        .filter(({ type }) => type === "RULE_FLAGGED")
        .map(({ payload }) => payload);
    },
  };
}

Deno.test("a rule corrected three times in its last twenty hits is flagged, once", async () => {
  const { trial, rule, office, hit, correct, noted, told } = await ruled();
  const [first, second] = await hit(2);
  await correct(first!, office);
  await correct(second!, office);
  const rest = await hit(19);
  assert.deepEqual(await noted(), [2, null]);
  await correct(rest[0]!, office);
  assert.deepEqual(await noted(), [3, trial.clock.now()]);
  await correct(rest[1]!, office);
  assert.deepEqual((await noted())[0], 4);
  assert.deepEqual(await told(), [
    { rule_id: rule.id, rule_version: 1, overridden: 3, hits: 21 },
  ]);
});

Deno.test("a rule corrected three times in more hits is not flagged", async () => {
  const { office, hit, correct, noted, told } = await ruled();
  const [first, second] = await hit(2);
  await correct(first!, office);
  await correct(second!, office);
  const rest = await hit(20);
  await correct(rest[0]!, office);
  assert.deepEqual(await noted(), [3, null]);
  assert.deepEqual(await told(), []);
});

Deno.test("a rule that was changed starts anew, and is told of again", async () => {
  const { trial, rule, office, hit, correct, noted, told } = await ruled();
  for (const id of await hit(3)) await correct(id, office);
  const late = await hit(1);
  value(
    await changeRule(trial.deps, trial.scope, rule.id, {
      change: { name: "still all is fuel" },
      seenVersion: null,
    }),
  );
  assert.deepEqual(await noted(), [3, null]);
  await correct(late[0]!, office);
  const [one, two, three] = await hit(3);
  await correct(one!, office);
  await correct(two!, office);
  assert.deepEqual(await noted(), [6, null]);
  await correct(three!, office);
  assert.deepEqual(await noted(), [7, trial.clock.now()]);
  assert.deepEqual(await told(), [
    { rule_id: rule.id, rule_version: 1, overridden: 3, hits: 3 },
    { rule_id: rule.id, rule_version: 2, overridden: 7, hits: 7 },
  ]);
});

Deno.test("who confirms, or corrects a record again, overrides nothing", async () => {
  const { fuel, office, hit, correct, noted } = await ruled();
  const [id] = await hit(1);
  await correct(id!, fuel);
  assert.deepEqual(await noted(), [0, null]);
  await correct(id!, office);
  await correct(id!, fuel);
  await correct(id!, office);
  assert.deepEqual(await noted(), [1, null]);
});

Deno.test("approvals decided otherwise in one go count each, refused ones not", async () => {
  const { trial, rule, fuel, office, hit, noted, told } = await ruled({
    review: true,
  });
  await hit(6);
  const waiting = await trial.waiting();
  const override = { kind: "override", categoryId: office } as const;
  const verdicts = [
    override,
    { kind: "override", categoryId: fuel },
    { kind: "approve" },
    { kind: "reject" },
    override,
    { kind: "override", categoryId: "cat_unknown" },
  ] as const;
  const decided = value(
    await decideApprovals(
      trial.deps,
      trial.scope,
      waiting.map(({ id }, i) => ({
        approvalId: id,
        verdict: verdicts[i]!,
        note: null,
      })),
    ),
  );
  assert.deepEqual(
    decided.results.map(({ ok }) => ok),
    [true, true, true, true, true, false],
  );
  assert.deepEqual(await noted(), [2, null]);
  value(
    await decideApprovals(trial.deps, trial.scope, [
      { approvalId: waiting[5]!.id, verdict: override, note: null },
    ]),
  );
  assert.deepEqual(await told(), [
    { rule_id: rule.id, rule_version: 1, overridden: 3, hits: 6 },
  ]);
});

Deno.test("a unit reads overrides once for a hundred decisions, and not at all where people agree", async () => {
  const calls: string[] = [];
  const { trial, office, hit } = await ruled({ review: true });
  await hit(100);
  const watched: typeof trial.deps.uow = {
    run: (permit, work) =>
      trial.deps.uow.run(permit, (tx) =>
        work({
          ...tx,
          rules: {
            ...tx.rules,
            statistics: (ids) => {
              calls.push("statistics");
              return tx.rules.statistics(ids);
            },
          },
          ruleOverrides: {
            ...tx.ruleOverrides,
            find: (ids) => {
              calls.push("find");
              return tx.ruleOverrides.find(ids);
            },
          },
        })),
  };
  const waiting = await trial.waiting();
  const decide = (
    verdict: Parameters<typeof decideApprovals>[2][number]["verdict"],
    ids: typeof waiting,
  ) =>
    decideApprovals(
      { ...trial.deps, uow: watched },
      trial.scope,
      ids.map(({ id }) => ({ approvalId: id, verdict, note: null })),
    );
  value(await decide({ kind: "approve" }, waiting.slice(0, 50)));
  assert.deepEqual(calls, []);
  const override = { kind: "override", categoryId: office } as const;
  value(await decide(override, waiting.slice(50)));
  assert.deepEqual(calls, ["statistics", "find"]);
});
