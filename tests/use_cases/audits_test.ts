import assert from "node:assert/strict";
import { reprocessRecords } from "../../src/records/use_cases/reprocess_records.ts";
import { applyRule } from "../../src/rules/use_cases/apply_rule.ts";
import { createRule } from "../../src/rules/use_cases/create_rule.ts";
import { requestUndo } from "../../src/rules/use_cases/request_undo.ts";
import { openSettled } from "../support/settled_history.ts";
import { value } from "../support/trial.ts";

const LONG_AGO = "2000-01-01T00:00:00.000Z";

type Settled = Awaited<ReturnType<typeof openSettled>>;

function audited(trial: Settled) {
  return trial.read((tx) => tx.outcomes.auditedSince(LONG_AGO));
}

Deno.test("the first record settled is audited, then a part of each batch, and its decision stands meanwhile", async () => {
  const trial = await openSettled({ auditRate: 0.05 });
  const [first] = await trial.settle(1);
  const [asked] = await trial.waiting();
  assert(asked);
  const { recordId, because, suggestion, confidence, inclusion } = asked;
  assert.deepEqual([recordId, because, suggestion, confidence, inclusion], [
    first,
    "audit",
    trial.fuel,
    1,
    1,
  ]);
  const { status, outcome, source, categoryId } = await trial.record(first!);
  assert.deepEqual([status, outcome, source, categoryId], [
    "processed",
    "auto",
    "rule",
    trial.fuel,
  ]);
  await trial.settle(100);
  const waiting = await trial.waiting();
  assert.equal(waiting.length, 6);
  assert(waiting.slice(1).every((one) => one.inclusion === 0.05));
});

Deno.test("what a person says of an audit is kept with its chance, and moves the record", async () => {
  const trial = await openSettled({ auditRate: 1 });
  await trial.settle(3);
  const [right, wrong, none] = await trial.waiting();
  await trial.decide([right!], { kind: "override", categoryId: trial.fuel });
  await trial.decide([wrong!], { kind: "override", categoryId: trial.office });
  await trial.decide([none!], { kind: "reject" });
  const records = await Promise.all(
    [right!, wrong!, none!].map(({ recordId }) => trial.record(recordId)),
  );
  assert.deepEqual(
    records.map(({ status, source, categoryId }) => [
      status,
      source,
      categoryId,
    ]),
    [
      ["approved", "person", trial.fuel],
      ["approved", "person", trial.office],
      ["rejected", "person", null],
    ],
  );
  assert.deepEqual(await audited(trial), [
    { source: "rule", audited: 3, wrong: 2 },
  ]);
  const told = (await trial.events()).map(({ type }) => type)
    .filter((type) => type.startsWith("TX_"));
  assert.deepEqual(told, ["TX_APPROVED", "TX_OVERRIDDEN", "TX_REJECTED"]);
});

Deno.test("a correction counts as a sample only where chance had chosen the record", async () => {
  const trial = await openSettled({ auditRate: 0.05 });
  const ids = await trial.settle(40);
  const chosen = new Set((await trial.waiting()).map((one) => one.recordId));
  assert.equal(chosen.size, 2);
  const [looked] = ids.filter((id) => !chosen.has(id));
  await trial.correct(looked!, { categoryId: trial.office });
  assert.deepEqual(await audited(trial), []);
  const [audit] = chosen;
  await trial.correct(audit!, { categoryId: trial.office });
  assert.deepEqual(await audited(trial), [
    { source: "rule", audited: 1, wrong: 1 },
  ]);
  // Another word on the same record does not make it one that was looked for.
  await trial.correct(audit!, { categoryId: trial.fuel });
  assert.deepEqual(await audited(trial), [
    { source: "rule", audited: 1, wrong: 0 },
  ]);
});

Deno.test("a correction of other fields leaves the audit waiting, one of the category ends it", async () => {
  const trial = await openSettled({ auditRate: 1 });
  const [id] = await trial.settle(1);
  await trial.correct(id!, { counterparty: "Quill" });
  assert.equal((await trial.waiting()).length, 1);
  await trial.correct(id!, { categoryId: trial.fuel });
  assert.deepEqual(await trial.waiting(), []);
});

Deno.test("processing a record again withdraws its audit and may ask anew", async () => {
  const trial = await openSettled({ auditRate: 1 });
  const [id] = await trial.settle(1);
  const [before] = await trial.waiting();
  value(
    await reprocessRecords(trial.deps, trial.scope, { recordIds: [id!] }),
  );
  assert.deepEqual(await trial.waiting(), []);
  await trial.runJobs();
  const [after] = await trial.waiting();
  assert.notEqual(after!.id, before!.id);
  assert.deepEqual([after!.because, after!.recordId], ["audit", id]);
});

for (
  const [what, then, asked] of [
    ["settles otherwise", "office", []],
    ["sends to a person", "review", ["rule_asks"]],
  ] as const
) {
  Deno.test(`a run that ${what} withdraws the audit of what no longer stands, and its undo asks again as before`, async () => {
    const trial = await openSettled({ auditRate: 1 });
    const { deps, scope, office, fuel } = trial;
    const [id] = await trial.settle(1);
    const [audit] = await trial.waiting();
    const { rule } = value(
      await createRule(deps, scope, {
        definition: {
          name: "all else",
          enabled: true,
          when: { all: [] },
          then: then === "office" ? { category_id: office } : { review: true },
          continue: false,
        },
        position: 0,
      }),
    );
    const run = value(await applyRule(deps, scope, rule.id, {}));
    await trial.runJobs();
    assert.deepEqual(
      (await trial.waiting()).map(({ because }) => because),
      asked,
    );
    value(await requestUndo(deps, scope, run.id));
    await trial.runJobs();
    const { version: _, ...before } = audit!;
    const { version: __, ...again } = (await trial.waiting())[0]!;
    assert.deepEqual(again, before);
    assert.equal((await trial.waiting()).length, 1);
    assert.equal((await trial.record(id!)).categoryId, fuel);
    await trial.decide([audit!], { kind: "override", categoryId: office });
    assert.deepEqual(await audited(trial), [
      { source: "rule", audited: 1, wrong: 1 },
    ]);
  });
}

Deno.test("an audit that nobody decides blocks nothing, and none is asked for where the rate is 0", async () => {
  const trial = await openSettled({ auditRate: 0 });
  await trial.settle(60);
  assert.deepEqual(await trial.waiting(), []);
});
