import assert from "node:assert/strict";
import { decideApprovals } from "../../src/approvals/use_cases/decide_approvals.ts";
import type { RecordId } from "../../src/kernel/ids.ts";
import { changeCategory } from "../../src/categories/use_cases/change_category.ts";
import { NONE_PASSED_OVER } from "../../src/rules/history/passed_over.ts";
import { NO_COUNTS } from "../../src/rules/history/run.ts";
import { listRules } from "../../src/rules/use_cases/list_rules.ts";
import { requestBacktest } from "../../src/rules/use_cases/request_backtest.ts";
import { correctRecord } from "../../src/records/use_cases/correct_record.ts";
import { inSmallChunks } from "../support/rule_jobs.ts";
import {
  applied,
  CHUNK,
  dieAt,
  due,
  type History,
  openHistory,
} from "../support/rule_history.ts";
import { value } from "../support/trial.ts";

async function settleAsTravel(history: History, id: RecordId): Promise<void> {
  const { deps, scope, travel } = history;
  const correction = { categoryId: travel };
  value(
    await correctRecord(deps, scope, id, { correction, seenVersion: null }),
  );
}

Deno.test("two deliveries of a job at once do the work of one", async () => {
  const history = await openHistory();
  const before = await history.content();
  const handle = inSmallChunks(history.deps, CHUNK);
  const twiceAtOnce = async () => {
    const job = await due(history);
    (await Promise.all([handle(job), handle(job)])).forEach(value);
    // What follows from the facts, such as examples to embed.
    await history.jobs();
  };
  const tested = await history.askBacktest();
  await twiceAtOnce();
  const { backtest } = await history.backtest(tested);
  assert.deepEqual([backtest.state, backtest.report.scanned], ["done", 7]);
  assert.equal(backtest.report.rules.reduce((n, one) => n + one.decides, 0), 6);
  const runId = await history.activate(tested);
  await twiceAtOnce();
  assert.equal((await history.run(runId)).run.counts.changed, 5);
  await history.undo(runId);
  await twiceAtOnce();
  assert.equal((await history.run(runId)).run.counts.restored, 5);
  assert.deepEqual(await history.content(), before);
  for (
    const type of ["REPORT_GENERATED", "RULE_RUN_APPLIED", "RULE_RUN_UNDONE"]
  ) {
    assert.equal(await history.count(type), 1, type);
  }
});

Deno.test("a record that a person decides between two chunks is left, and so is it by the undo", async () => {
  const history = await openHistory();
  const tested = await history.askBacktest();
  await history.jobs();
  const runId = await history.activate(tested);
  // Reading the rules, and one chunk: "fuel 6" and "fuel 5".
  await dieAt(history, 3);
  const [, , decided] = history.ids;
  await settleAsTravel(history, decided!);
  const settled = await history.record(decided!);
  await history.jobs();
  const { run, diffs } = await history.run(runId);
  assert.deepEqual([run.state, run.counts], [
    "applied",
    {
      ...NO_COUNTS,
      scanned: 5,
      changed: 4,
      passedOver: { ...NONE_PASSED_OVER, changed_since: 1 },
    },
  ]);
  assert(!diffs.data.some(({ recordId }) => recordId === decided));
  assert.deepEqual(await history.record(decided!), settled);
  await history.undo(runId);
  await history.jobs();
  assert.deepEqual((await history.run(runId)).run.counts, {
    ...run.counts,
    restored: 4,
  });
  assert.deepEqual(await history.record(decided!), settled);
});

Deno.test("an undo leaves what people decided since the run, also between two of its chunks", async () => {
  const history = await openHistory();
  const before = await history.content();
  const runId = await applied(history);
  // One that the run sent to a person is approved, and one that it settled is corrected.
  const [, rail, fuel3, fuel4] = history.ids;
  const asked = (await history.waiting())
    .find(({ recordId }) => recordId === rail)!;
  const { deps, scope } = history;
  const verdict = { kind: "override", categoryId: history.fuel } as const;
  const [decided] = value(
    await decideApprovals(deps, scope, [
      { approvalId: asked.id, verdict, note: null },
    ]),
  ).results;
  assert(decided!.ok);
  await settleAsTravel(history, fuel4!);
  await history.jobs();
  await history.undo(runId);
  // Reading the run, and one chunk: "fuel 6" and "fuel 5".
  await dieAt(history, 3);
  await settleAsTravel(history, fuel3!);
  await history.jobs();

  const { run, diffs } = await history.run(runId);
  assert.deepEqual([run.state, run.counts], [
    "undone",
    { ...NO_COUNTS, scanned: 5, changed: 5, restored: 4, kept: 1 },
  ]);
  const outcomes = new Map(
    diffs.data.map(({ recordId, undo }) => [recordId, undo!.outcome]),
  );
  const partly = {
    restored: ["counterparty"],
    left: [{ field: "category_id", because: "settled_by_person" }],
  };
  assert.deepEqual(outcomes.get(fuel3!), partly);
  assert.deepEqual(outcomes.get(fuel4!), partly);
  assert.deepEqual(outcomes.get(rail!), {
    restored: [],
    left: [
      { field: "category_id", because: "settled_by_person" },
      { field: "review", because: "settled_by_person" },
    ],
  });
  const after = await history.content();
  const { travel, fuel } = history;
  assert.deepEqual(
    after.slice(0, 4).map(({ categoryId }) => categoryId),
    [travel, fuel, travel, travel],
  );
  assert.deepEqual(
    after.map(({ counterparty }) => counterparty),
    before.map(({ counterparty }) => counterparty),
  );
  assert.deepEqual(after.slice(4), before.slice(4));
});

Deno.test("what a category archived since would change otherwise than shown is left", async () => {
  const history = await openHistory();
  const before = await history.content();
  const { deps, scope, fuel } = history;
  // Cards were travel: without fuel no rule would decide them.
  const [cards] = value(await listRules(deps, scope)).set.rules;
  const change = { then: { category_id: fuel } };
  const { id } = value(
    await requestBacktest(deps, scope, {
      changes: [{ op: "change", rule_id: cards!.id, change }],
      filter: {},
      seenVersion: null,
    }),
  );
  await history.jobs();
  const runId = await history.activate(id);
  value(
    await changeCategory(deps, scope, fuel, {
      change: { archived: true },
      seenVersion: null,
    }),
  );
  await history.jobs();
  const { run } = await history.run(runId);
  assert.deepEqual([run.state, run.counts], ["applied", {
    ...NO_COUNTS,
    scanned: 2,
    passedOver: { ...NONE_PASSED_OVER, category_archived: 2 },
  }]);
  assert.deepEqual(await history.content(), before);
});

Deno.test("a category archived between two chunks of one delivery is put on no record after that", async () => {
  const history = await openHistory();
  const { deps, scope, fuel, ids } = history;
  const tested = await history.askBacktest();
  await history.jobs();
  const runId = await history.activate(tested);
  const job = await due(history);
  let units = 0;
  const uow: typeof deps.uow = {
    async run(permit, work) {
      // After reading the rules, and one chunk: "fuel 6" and "fuel 5".
      if (++units === 3) {
        const change = { archived: true } as const;
        const archived = { change, seenVersion: null };
        value(await changeCategory(deps, scope, fuel, archived));
      }
      return deps.uow.run(permit, work);
    },
  };
  value(await inSmallChunks({ ...deps, uow }, CHUNK)(job));
  const { run } = await history.run(runId);
  // "card rail 2" goes to a person all the same.
  assert.deepEqual([run.state, run.counts], ["applied", {
    ...NO_COUNTS,
    scanned: 5,
    changed: 3,
    passedOver: { ...NONE_PASSED_OVER, category_archived: 2 },
  }]);
  const { travel, record } = history;
  const categories = await Promise.all(
    ids.map(async (id) => (await record(id)).categoryId),
  );
  assert.deepEqual(
    categories,
    [travel, null, null, null, fuel, fuel, null],
  );
});
