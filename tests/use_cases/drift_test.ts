import assert from "node:assert/strict";
import { type Instant, plusMs } from "../../src/kernel/instant.ts";
import { promised } from "../../src/processing/learning/promised.ts";
import { readQuality } from "../../src/processing/use_cases/read_quality.ts";
import { openSettled } from "../support/settled_history.ts";
import { value } from "../support/trial.ts";

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
      await trial.decide(waiting.slice(0, right), {
        kind: "override",
        categoryId: trial.fuel,
      });
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

Deno.test("what targets would settle is told without what is distrusted, as the pipeline goes by it", async () => {
  const trial = await openSettled({ auditRate: 0 });
  const at = (day: number): Instant => `2026-01-0${day}T00:00:00.000Z`;
  // Long ago all were right; of the latest every second one is wrong.
  const judged = Array.from({ length: 400 }, (_, i) => ({
    score: i < 200 ? 0.9 : 0.5,
    right: i < 200 || i % 2 === 0,
    inclusion: 1,
    at: at(i < 200 ? 1 : 2),
  }));
  const none = { ids: [], index: new Map(), counts: [] };
  await trial.read((tx) =>
    tx.learning.keep({
      version: 1,
      at: at(2),
      examples: 400,
      classes: none,
      text: {
        classes: 0,
        weights: new Int8Array(),
        scales: new Float32Array(),
      },
      weights: [],
      judged,
      answers: [],
    })
  );
  const distrust = (source: "similarity" | "model", day: number) =>
    trial.read((tx) =>
      tx.outcomes.distrust(
        [{ source, distrustedBefore: at(day), droppedAt: at(day) }],
        at(1),
      )
    );
  const asked = { from: null, to: null };
  async function targets() {
    const { learned, trust } = await trial.read(async (tx) => ({
      learned: await tx.learning.current(),
      trust: await tx.outcomes.trust(),
    }));
    const told = value(await readQuality(trial.deps, trial.scope, asked));
    for (const { target, threshold } of told.targets) {
      const { similarity } = promised(learned, trust, target, null);
      assert.equal(threshold, similarity, `at ${target}`);
    }
    return told.targets.map(({ threshold, share }) => [threshold, share]);
  }
  const whole = [[0.9, 0.5], [0.9, 0.5], [0.9, 0.5]];
  assert.deepEqual(await targets(), whole);
  await distrust("model", 2);
  assert.deepEqual(await targets(), whole);
  await distrust("similarity", 2);
  assert.deepEqual(await targets(), [[null, 0], [null, 0], [null, 0]]);
});
