import assert from "node:assert/strict";
import { outcomeOf } from "../../src/processing/outcome_of.ts";
import type { Step, Trace } from "../../src/processing/trace.ts";
import { SAMPLE_AT, sampleRecord } from "../support/samples.ts";

const LIMITS = { similarity_threshold: 0.9, model: null };
const AT = "2026-05-01T00:00:00.000Z";

const recalled: Step = {
  kind: "examples_recalled",
  at: SAMPLE_AT,
  embedder: "none@1",
  neighbours: [],
  proposal: "cat_food",
  score: 0.95,
  candidates: [
    { category_id: "cat_food", score: 0.95, because: [] },
    { category_id: "cat_fuel", score: 0.02, because: [] },
  ],
  learned: 7,
};
const settled: Trace = {
  schema: 1,
  limits: LIMITS,
  steps: [recalled],
  conclusion: {
    kind: "settled",
    category_id: "cat_food",
    source: "similarity",
    confidence: 0.95,
    threshold: 0.9,
  },
};
const review: Trace = {
  ...settled,
  conclusion: {
    kind: "needs_review",
    suggestion: "cat_food",
    because: "not_sure_enough",
    confidence: 0.95,
    threshold: 0.97,
  },
};

Deno.test("an outcome tells what was proposed, what was decided, and what the chance was to see it", () => {
  const record = sampleRecord({ trace: settled });
  const of = (audit: number | null) =>
    outcomeOf({ record, categoryId: "cat_fuel", audit }, AT);
  assert.deepEqual(of(0.25), {
    recordId: record.id,
    source: "similarity",
    proposed: "cat_food",
    decided: "cat_fuel",
    score: 0.95,
    learned: 7,
    settled: true,
    inclusion: 0.25,
    amongCandidates: true,
    decidedAt: AT,
  });
  assert.equal(of(null)?.inclusion, null);
});

Deno.test("whoever waited for a person was looked at for certain", () => {
  const record = sampleRecord({ trace: review });
  const outcome = outcomeOf({ record, categoryId: null, audit: null }, AT);
  assert.deepEqual(
    [outcome?.settled, outcome?.inclusion, outcome?.decided],
    [false, 1, null],
  );
});

Deno.test("with nothing proposed the outcome has no source, and counts for what people were shown", () => {
  const nothing: Trace = {
    ...review,
    steps: [{ ...recalled, proposal: null, score: 0, candidates: [] }],
    conclusion: {
      kind: "needs_review",
      suggestion: null,
      because: "nothing_alike",
      confidence: 0,
      threshold: 0,
    },
  };
  const record = sampleRecord({ trace: nothing });
  const said = { record, categoryId: "cat_food", audit: null } as const;
  const { source, proposed, learned, amongCandidates } = outcomeOf(said, AT)!;
  assert.deepEqual([source, proposed, learned, amongCandidates], [
    null,
    null,
    null,
    false,
  ]);
});

Deno.test("a record that was never processed has no outcome", () => {
  const record = sampleRecord();
  const said = { record, categoryId: "cat_food", audit: null } as const;
  assert.equal(outcomeOf(said, AT), null);
});
