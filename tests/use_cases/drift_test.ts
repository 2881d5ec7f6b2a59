import assert from "node:assert/strict";
import { plusMs } from "../../src/kernel/instant.ts";
import { openSettled } from "../support/settled_history.ts";

const DAY_MS = 24 * 60 * 60 * 1_000;

/** All that a rule settles is audited, and audits go wrong when a test says so. */
async function openAudited(targetPrecision: number) {
  const trial = await openSettled({ auditRate: 1, targetPrecision });
  return {
    ...trial,
    /** Settles records and decides their audits. */
    async audit(right: number, wrong: number): Promise<void> {
      await trial.settle(right + wrong);
      const waiting = await trial.waiting();
      await trial.decide(waiting.slice(0, right), { kind: "approve" });
      await trial.decide(waiting.slice(right), {
        kind: "override",
        categoryId: trial.office,
      });
    },
    async drops() {
      return (await trial.events())
        .filter(({ type }) => type === "PRECISION_DROPPED")
        .map(({ payload }) => payload);
    },
  };
}

Deno.test("a source that is wrong too often is distrusted and told of once in 30 days", async () => {
  const trial = await openAudited(0.9);
  const begun = trial.clock.now();
  await trial.audit(30, 2);
  assert.deepEqual(await trial.drops(), []);
  await trial.audit(0, 6);
  const since = plusMs(begun, -30 * DAY_MS);
  const drop = { source: "rule", target: 0.9, since };
  assert.deepEqual(await trial.drops(), [
    { ...drop, audited: 38, wrong: 8 },
  ]);
  assert.deepEqual(await trial.read((tx) => tx.outcomes.trust()), [
    { source: "rule", distrustedBefore: since, droppedAt: begun },
  ]);
  trial.clock.advance(30 * DAY_MS - 1);
  await trial.audit(0, 5);
  assert.equal((await trial.drops()).length, 1);
  trial.clock.advance(1);
  await trial.audit(0, 5);
  assert.deepEqual((await trial.drops())[1], {
    ...drop,
    audited: 48,
    wrong: 18,
    since: begun,
  });
});

Deno.test("a source that keeps its target is never told of, nor one that slips now and then", async () => {
  const trial = await openAudited(0.9);
  for (let month = 0; month < 4; month++) {
    await trial.audit(46, 4);
    trial.clock.advance(20 * DAY_MS);
  }
  assert.deepEqual(await trial.drops(), []);
  assert.deepEqual(await trial.read((tx) => tx.outcomes.trust()), []);
});

Deno.test("errors that somebody looked for tell nothing of how many there are", async () => {
  const trial = await openSettled({ auditRate: 0, targetPrecision: 0.9 });
  const ids = await trial.settle(20);
  for (const id of ids) await trial.correct(id, { categoryId: trial.office });
  assert(
    !(await trial.events()).some(({ type }) => type === "PRECISION_DROPPED"),
  );
});
