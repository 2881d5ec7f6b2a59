import assert from "node:assert/strict";
import { candidatesOf } from "../../src/processing/candidates_of.ts";
import { nextWant } from "../../src/processing/pipeline.ts";
import { machineDecision } from "../../src/processing/proposal_of.ts";
import { replays } from "../../src/processing/replay.ts";
import type { Limits, Step, Trace } from "../../src/processing/trace.ts";
import { SAMPLE_AT } from "../support/samples.ts";

const SETTLES: Limits = {
  similarity_threshold: 0.9,
  model: { attempts_max: 1, threshold: 0.8 },
};

type Recalled = Extract<Step, { kind: "examples_recalled" }>;

/** A trace in which a model says fuel, surely enough to settle it. */
function traceOf(given: Partial<Recalled>): Trace {
  const steps: readonly Step[] = [
    {
      kind: "rules_tried",
      at: SAMPLE_AT,
      ruleset_version: 1,
      considered: 0,
      matched: null,
      hits: [],
      sets: {},
      replaced: {},
    },
    {
      kind: "examples_recalled",
      at: SAMPLE_AT,
      embedder: "none@1",
      neighbours: [],
      proposal: null,
      score: 0,
      ...given,
    },
    {
      kind: "model_answered",
      at: SAMPLE_AT,
      model: "m",
      prompt_version: 1,
      category_id: "cat_fuel",
      rationale: "",
      raw_confidence: 0.95,
      usage: { input_tokens: 1, output_tokens: 1 },
    },
  ];
  const want = nextWant(steps, SETTLES);
  assert(want.kind === "stop");
  return { schema: 1, limits: SETTLES, steps, conclusion: want.conclusion };
}

Deno.test("a model's answer that people turned down for the text is none, however sure it is", () => {
  const trace = traceOf({ rejected: ["cat_food", "cat_fuel"] });
  assert.deepEqual(trace.conclusion, {
    kind: "needs_review",
    suggestion: null,
    because: "model_undecided",
    confidence: 0,
    threshold: 0,
  });
  assert.deepEqual(machineDecision(trace), { proposal: null, settled: false });
  assert.deepEqual(candidatesOf(trace), []);
  assert(replays(JSON.parse(JSON.stringify(trace))));
});

Deno.test("where a model's answer is turned down, what approved records say is suggested, as theirs", () => {
  const trace = traceOf({
    proposal: "cat_rent",
    score: 0.4,
    rejected: ["cat_fuel"],
  });
  const proposal = {
    source: "similarity",
    categoryId: "cat_rent",
    score: 0.4,
  };
  assert.deepEqual(machineDecision(trace), { proposal, settled: false });
  assert.deepEqual(candidatesOf(trace), [{ ...proposal, because: [] }]);
});

Deno.test("another answer counts, and so does any in a trace from before rejections were kept", () => {
  for (const given of [{}, { rejected: ["cat_food"] }] as const) {
    assert.deepEqual(traceOf(given).conclusion, {
      kind: "settled",
      category_id: "cat_fuel",
      source: "model",
      confidence: 0.95,
      threshold: 0.8,
    });
  }
});
