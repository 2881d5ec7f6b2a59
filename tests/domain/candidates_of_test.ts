import assert from "node:assert/strict";
import fc from "fast-check";
import { candidatesOf } from "../../src/processing/candidates_of.ts";
import { nextWant } from "../../src/processing/pipeline.ts";
import { machineDecision } from "../../src/processing/proposal_of.ts";
import type { Candidate, Step, Trace } from "../../src/processing/trace.ts";
import { personDecided, pipelineRun } from "../support/pipeline_runs.ts";
import { SAMPLE_AT } from "../support/samples.ts";

const EVIDENCE = [{ match: "text", count: 3, of: 4, weight: 1.5 }];
const LIMITS = {
  similarity_threshold: 0.9,
  model: { attempts_max: 1, threshold: null },
};

function rules(sets: object): Step {
  return {
    kind: "rules_tried",
    at: SAMPLE_AT,
    ruleset_version: 1,
    considered: 1,
    matched: null,
    hits: [],
    sets,
    replaced: {},
  };
}

function recalled(candidates?: readonly Candidate[]): Step {
  return {
    kind: "examples_recalled",
    at: SAMPLE_AT,
    embedder: "none@1",
    neighbours: [],
    proposal: "cat_food",
    score: 0.5,
    ...candidates && { candidates },
  };
}

function answered(category: "cat_fuel" | "cat_toys" | null): Step {
  return {
    kind: "model_answered",
    at: SAMPLE_AT,
    model: "m",
    prompt_version: 1,
    category_id: category,
    rationale: "",
    raw_confidence: 0.8,
    usage: { input_tokens: 1, output_tokens: 1 },
  };
}

function traceOf(...steps: readonly Step[]): Trace {
  const want = nextWant(steps, LIMITS);
  assert(want.kind === "stop");
  return { schema: 1, limits: LIMITS, steps, conclusion: want.conclusion };
}

const KEPT: readonly Candidate[] = [
  { category_id: "cat_food", score: 0.5, because: EVIDENCE },
  { category_id: "cat_fuel", score: 0.2, because: [] },
  { category_id: "cat_rent", score: 0.1, because: [] },
];

function told(trace: Trace) {
  return candidatesOf(trace).map(({ categoryId, source, score }) =>
    `${categoryId} ${source} ${score}`
  );
}

Deno.test("a model's answer comes first, with what approved records say of it, then the best of those", () => {
  const trace = traceOf(rules({}), recalled(KEPT), answered("cat_fuel"));
  assert.deepEqual(told(trace), [
    "cat_fuel model 0.8",
    "cat_food similarity 0.5",
    "cat_rent similarity 0.1",
  ]);
  const other = traceOf(rules({}), recalled(KEPT), answered("cat_toys"));
  assert.deepEqual(told(other), [
    "cat_toys model 0.8",
    "cat_food similarity 0.5",
    "cat_fuel similarity 0.2",
  ]);
  assert.deepEqual(candidatesOf(other)[1]!.because, EVIDENCE);
});

Deno.test("where a model finds nothing, or a rule asks, the candidates are what there is", () => {
  const undecided = traceOf(rules({}), recalled(KEPT), answered(null));
  assert.equal(told(undecided)[0], "cat_food similarity 0.5");
  const asked = traceOf(rules({ review: true, category_id: "cat_rent" }));
  assert.deepEqual(told(asked), ["cat_rent rule 1"]);
  assert.deepEqual(told(traceOf(rules({ review: true }))), []);
});

Deno.test("a trace from before candidates were kept has its proposal alone", () => {
  const trace = traceOf(rules({}), recalled(), answered(null));
  assert.deepEqual(told(trace), ["cat_food similarity 0.5"]);
});

Deno.test("candidates are three at most, each once, the proposal first, and no person changes them", () => {
  fc.assert(
    fc.property(pipelineRun, personDecided, (run, person) => {
      const trace: Trace = { schema: 1, ...run };
      const candidates = candidatesOf(trace);
      const ids = candidates.map(({ categoryId }) => categoryId);
      assert(ids.length <= 3);
      assert.equal(new Set(ids).size, ids.length);
      const proposed = machineDecision(trace)?.proposal?.categoryId;
      if (proposed !== undefined) assert.equal(ids[0], proposed);
      const steps = [...run.steps, person];
      const want = nextWant(steps, run.limits);
      assert(want.kind === "stop");
      const decided = { ...trace, steps, conclusion: want.conclusion };
      assert.deepEqual(machineDecision(decided), machineDecision(trace));
      assert.deepEqual(candidatesOf(decided), candidates);
    }),
    { numRuns: 300 },
  );
});
