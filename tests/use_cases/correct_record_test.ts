import assert from "node:assert/strict";
import type { UnitOfWork } from "../../ports/unit_of_work.ts";
import type { Correction } from "../../src/records/correction.ts";
import { correctRecord } from "../../src/records/use_cases/correct_record.ts";
import { openSettled } from "../support/settled_history.ts";
import { incoming, value } from "../support/trial.ts";

/** A record that a rule gave the first of two categories, and a way to correct it and read what the log tells. */
async function settledByRule() {
  const trial = await openSettled({ auditRate: 0 });
  const { fuel, office } = trial;
  const [id] = await trial.send(incoming());
  await trial.runJobs();
  assert.equal((await trial.record(id!)).source, "rule");
  const before = (await trial.events()).length;
  return {
    trial,
    id: id!,
    fuel,
    office,
    async correct(correction: Correction, uow = trial.deps.uow) {
      return await correctRecord({ ...trial.deps, uow }, trial.scope, id!, {
        correction,
        seenVersion: null,
      });
    },
    async told() {
      return (await trial.events()).slice(before)
        .map(({ type, payload }) => ({ type, payload }));
    },
  };
}

Deno.test("a person who says the category that is there approves it", async () => {
  const { trial, id, fuel, correct, told } = await settledByRule();
  value(await correct({ categoryId: fuel }));
  const { status, source } = await trial.record(id);
  assert.deepEqual([status, source], ["approved", "person"]);
  assert.deepEqual(await told(), [{
    type: "TX_APPROVED",
    payload: { record_id: id, approval_id: null, category_id: fuel },
  }]);
});

Deno.test("content corrected together with the category that is there tells of both", async () => {
  const { id, fuel, correct, told } = await settledByRule();
  value(await correct({ categoryId: fuel, counterparty: "Quill" }));
  assert.deepEqual(await told(), [
    {
      type: "RECORD_UPDATED",
      payload: {
        record_id: id,
        before: { counterparty: "Tallow & Reed stationery" },
        after: { counterparty: "Quill" },
      },
    },
    {
      type: "TX_APPROVED",
      payload: { record_id: id, approval_id: null, category_id: fuel },
    },
  ]);
});

Deno.test("another category tells of a change and an override", async () => {
  const { id, fuel, office, correct, told } = await settledByRule();
  value(await correct({ categoryId: office }));
  const change = {
    before: { category_id: fuel },
    after: { category_id: office },
  };
  assert.deepEqual(await told(), [
    { type: "RECORD_UPDATED", payload: { record_id: id, ...change } },
    {
      type: "TX_OVERRIDDEN",
      payload: { record_id: id, approval_id: null, ...change },
    },
  ]);
});

Deno.test("a correction of nothing tells of nothing", async () => {
  const { correct, told } = await settledByRule();
  value(await correct({ attributes: {} }));
  assert.deepEqual(await told(), []);
});

/** Makes the first `times` saves of records find that someone was faster. */
function overtaken(uow: UnitOfWork, times: number) {
  let saves = 0;
  const wrapped: UnitOfWork = {
    run: (permit, work) =>
      uow.run(permit, (tx) =>
        work({
          ...tx,
          records: {
            ...tx.records,
            save: (records, now) =>
              ++saves > times
                ? tx.records.save(records, now)
                : Promise.resolve([]),
          },
        })),
  };
  return { uow: wrapped, saves: () => saves };
}

Deno.test("a correction without a version is written over what came in between", async () => {
  const { trial, id, office, correct, told } = await settledByRule();
  const { uow, saves } = overtaken(trial.deps.uow, 9);
  value(await correct({ categoryId: office }, uow));
  assert.equal(saves(), 10);
  assert.equal((await trial.record(id)).categoryId, office);
  assert.equal((await told()).length, 2);
});

Deno.test("a correction that is overtaken ten times, or once with a version, is stale", async () => {
  const { trial, id, office, correct, told } = await settledByRule();
  const always = overtaken(trial.deps.uow, Infinity);
  const late = await correct({ categoryId: office }, always.uow);
  assert(!late.ok);
  assert.equal(late.failure.kind, "record.stale");
  assert.equal(always.saves(), 10);
  const { version } = await trial.record(id);
  const once = overtaken(trial.deps.uow, 1);
  const stale = await correctRecord(
    { ...trial.deps, uow: once.uow },
    trial.scope,
    id,
    { correction: { categoryId: office }, seenVersion: version },
  );
  assert(!stale.ok);
  assert.equal(stale.failure.kind, "record.stale");
  assert.equal(once.saves(), 1);
  assert.deepEqual(await told(), []);
});
