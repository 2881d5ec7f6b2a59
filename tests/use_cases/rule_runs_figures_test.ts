import assert from "node:assert/strict";
import { decideApprovals } from "../../src/approvals/use_cases/decide_approvals.ts";
import { correctRecord } from "../../src/records/use_cases/correct_record.ts";
import { NONE_PASSED_OVER } from "../../src/rules/history/passed_over.ts";
import { NO_COUNTS, type RunCounts } from "../../src/rules/history/run.ts";
import { applyRule } from "../../src/rules/use_cases/apply_rule.ts";
import { createRule } from "../../src/rules/use_cases/create_rule.ts";
import { listRules } from "../../src/rules/use_cases/list_rules.ts";
import { readRun } from "../../src/rules/use_cases/read_run.ts";
import { requestBacktest } from "../../src/rules/use_cases/request_backtest.ts";
import { dieAt, openHistory } from "../support/rule_history.ts";
import { incoming, openTrial, value } from "../support/trial.ts";

function assertAddsUp({ scanned, changed, unchanged, passedOver }: RunCounts) {
  const passed = Object.values(passedOver).reduce((a, b) => a + b, 0);
  assert.equal(scanned, changed + unchanged + passed);
}

Deno.test("a rule's run says of each record that it met whether it was changed, was so already, or why it was passed over", async () => {
  const trial = await openTrial();
  const { deps, scope } = trial;
  const [travel, fuel] = await trial.categories("Travel", "Fuel");
  const named = (from: number, count: number) =>
    Array.from(
      { length: count },
      (_, i) =>
        incoming({
          description: `fuel ${from + i}`,
          externalId: `${from + i}`,
        }),
    );
  const ids = await trial.send(...named(0, 6));
  await trial.runJobs();
  for (
    const [i, categoryId] of [[0, travel!], [1, travel!], [2, fuel!]] as const
  ) {
    const correction = { categoryId };
    value(
      await correctRecord(deps, scope, ids[i]!, {
        correction,
        seenVersion: null,
      }),
    );
  }
  const rejected = (await trial.waiting())
    .find(({ recordId }) => recordId === ids[3])!;
  value(
    await decideApprovals(deps, scope, [{
      approvalId: rejected.id,
      verdict: { kind: "reject" },
      note: null,
    }]),
  );
  await trial.runJobs();
  const { rule } = value(
    await createRule(deps, scope, {
      definition: {
        name: "fuel",
        enabled: true,
        when: { field: "description", op: "contains", value: "fuel" },
        then: { category_id: fuel! },
        continue: false,
      },
      position: null,
    }),
  );
  await trial.send(...named(6, 3));
  await trial.runJobs();
  const { id } = value(await applyRule(deps, scope, rule.id, {}));
  await trial.runJobs();
  const { run } = value(
    await readRun(deps, scope, id, { limit: 1, cursor: null }),
  );
  assert.deepEqual(run.counts, {
    ...NO_COUNTS,
    scanned: 9,
    changed: 2,
    unchanged: 4,
    passedOver: { ...NONE_PASSED_OVER, settled_by_person: 2, not_sorted: 1 },
  });
  assertAddsUp(run.counts);
});

Deno.test("a back-test's run says what no rule would decide, and what was changed since it was shown", async () => {
  const history = await openHistory();
  const { deps, scope, travel, ids } = history;
  const [cards] = value(await listRules(deps, scope)).set.rules;
  const { id } = value(
    await requestBacktest(deps, scope, {
      changes: [
        { op: "remove", rule_id: cards!.id },
        {
          op: "create",
          position: 0,
          rule: {
            name: "fuel",
            enabled: true,
            when: { field: "description", op: "contains", value: "fuel" },
            then: { category_id: history.fuel },
            continue: false,
          },
        },
      ],
      filter: {},
      seenVersion: null,
    }),
  );
  await history.jobs();
  const runId = await history.activate(id);
  // Reading the rules, and one chunk.
  await dieAt(history, 3);
  const correction = { categoryId: travel };
  value(
    await correctRecord(deps, scope, ids[2]!, {
      correction,
      seenVersion: null,
    }),
  );
  await history.jobs();
  const { run } = await history.run(runId);
  assert.deepEqual(run.counts, {
    ...NO_COUNTS,
    scanned: 5,
    changed: 2,
    passedOver: { ...NONE_PASSED_OVER, undecided: 2, changed_since: 1 },
  });
  assertAddsUp(run.counts);
});
