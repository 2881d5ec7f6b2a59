import assert from "node:assert/strict";
import fc from "fast-check";
import type { RecordId } from "../../src/kernel/ids.ts";
import { nextWant, type Want } from "../../src/processing/pipeline.ts";
import type { Conclusion, Limits } from "../../src/processing/trace.ts";
import {
  anyStep,
  limits,
  personDecided,
  pipelineRun,
} from "../support/pipeline_runs.ts";

const AT = "2026-01-02T03:04:05.000Z";

Deno.test("nextWant() knows what to do after any steps at all", () => {
  fc.assert(
    fc.property(fc.array(anyStep), limits, (steps, given) => {
      const kinds = ["try_rules", "recall_examples", "ask_model", "stop"];
      assert(kinds.includes(nextWant(steps, given).kind));
    }),
    { numRuns: 300 },
  );
});

Deno.test("nextWant() ends, and asks the model no more often than allowed", () => {
  fc.assert(
    fc.property(pipelineRun, ({ limits, steps }) => {
      const asked = steps.filter(({ kind }) =>
        kind.startsWith("model_")
      ).length;
      assert(asked <= (limits.model?.attempts_max ?? 0));
      assert(steps.length <= 2 + asked);
    }),
    { numRuns: 300 },
  );
});

Deno.test("nextWant() replays a stored trace to its conclusion, and no sooner", () => {
  fc.assert(
    fc.property(pipelineRun, (done) => {
      const { limits, steps, conclusion } = JSON.parse(
        JSON.stringify(done),
      ) as typeof done;
      assert.deepEqual(nextWant(steps, limits), { kind: "stop", conclusion });
      for (let n = 0; n < steps.length; n++) {
        assert.notEqual(nextWant(steps.slice(0, n), limits).kind, "stop");
      }
    }),
    { numRuns: 500 },
  );
});

Deno.test("nextWant() settles without a person only what reaches its threshold", () => {
  fc.assert(
    fc.property(pipelineRun, ({ limits, steps, conclusion }) => {
      if (conclusion.kind !== "settled") return;
      const { source, confidence, threshold, category_id } = conclusion;
      const last = steps.at(-1)!;
      assert(confidence >= threshold);
      if (source === "rule") {
        assert(last.kind === "rules_tried" && !last.sets.review);
        assert.equal(last.sets.category_id, category_id);
      } else if (source === "similarity") {
        assert(last.kind === "examples_recalled");
        assert.equal(last.proposal, category_id);
        assert.equal(threshold, limits.similarity_threshold);
      } else {
        assert(source === "model" && last.kind === "model_answered");
        assert.equal(last.category_id, category_id);
        assert.equal(threshold, limits.model?.threshold);
      }
    }),
    { numRuns: 300 },
  );
});

Deno.test("nextWant() lets a person's word end it, whatever came before", () => {
  fc.assert(fc.property(
    fc.array(anyStep),
    personDecided,
    limits,
    (steps, last, given) => {
      const want = nextWant([...steps, last], given);
      assert(last.kind === "person_decided");
      assert.deepEqual(
        want,
        stop(
          last.category_id === null ? { kind: "rejected", source: "person" } : {
            kind: "settled",
            category_id: last.category_id,
            source: "person",
            confidence: 1,
            threshold: 0,
          },
        ),
      );
    },
  ));
});

const NO_MODEL: Limits = { similarity_threshold: 0.9, model: null };
const MODEL: Limits = {
  similarity_threshold: 0.9,
  model: { attempts_max: 2, threshold: 0.8 },
};
const RULES = {
  kind: "rules_tried",
  at: AT,
  ruleset_version: 1,
  considered: 1,
  matched: null,
  hits: [],
  sets: {},
  replaced: {},
} as const;
const RECALL = {
  kind: "examples_recalled",
  at: AT,
  embedder: "none@1",
  neighbours: [{
    record_id: "rec_1" as RecordId,
    category_id: "cat_fuel",
    similarity: 1,
    count: 1,
    match: "similar",
  }],
  proposal: "cat_fuel",
  score: 0.9,
} as const;
const FAILED = {
  kind: "model_failed",
  at: AT,
  model: "m",
  reason: "timed_out",
} as const;

Deno.test("nextWant() settles at the threshold exactly, and asks just below it", () => {
  const below = { ...RECALL, score: 0.8999 };
  assert.deepEqual(
    nextWant([RULES, RECALL], NO_MODEL),
    stop({
      kind: "settled",
      category_id: "cat_fuel",
      source: "similarity",
      confidence: 0.9,
      threshold: 0.9,
    }),
  );
  assert.deepEqual(
    nextWant([RULES, below], NO_MODEL),
    stop({
      kind: "needs_review",
      suggestion: "cat_fuel",
      because: "not_sure_enough",
      confidence: 0.8999,
      threshold: 0.9,
    }),
  );
  assert.deepEqual(nextWant([RULES, below], MODEL), { kind: "ask_model" });
});

Deno.test("nextWant() asks the model about what is novel only, and about everything where the limits are of before", () => {
  const ofSupplier = [{ ...RECALL.neighbours[0], match: "text" }];
  const below = { ...RECALL, neighbours: ofSupplier, score: 0.5 };
  const model = { attempts_max: 2, known_similarity: 0.65, threshold: null };
  const limits = { similarity_threshold: 0.9, model };
  assert.deepEqual(
    nextWant([RULES, below], limits),
    stop({
      kind: "needs_review",
      suggestion: "cat_fuel",
      because: "not_sure_enough",
      confidence: 0.5,
      threshold: 0.9,
    }),
  );
  const novel = { ...below, neighbours: [], proposal: null, score: 0 };
  assert.deepEqual(nextWant([RULES, novel], limits), { kind: "ask_model" });
  assert.deepEqual(nextWant([RULES, below], MODEL), { kind: "ask_model" });
});

Deno.test("nextWant() tries no further after a failure that is final", () => {
  const below = { ...RECALL, score: 0.5 };
  const final = { ...FAILED, reason: "over_budget", final: true } as const;
  assert.deepEqual(
    nextWant([RULES, below, final], MODEL),
    stop({
      kind: "needs_review",
      suggestion: "cat_fuel",
      because: "model_failed",
      confidence: 0.5,
      threshold: 0,
    }),
  );
});

Deno.test("nextWant() obeys a rule that asks for a person, with the rule's category as its suggestion", () => {
  const sets = { category_id: "cat_rent", review: true } as const;
  assert.deepEqual(
    nextWant([{ ...RULES, sets }], MODEL),
    stop({
      kind: "needs_review",
      suggestion: "cat_rent",
      because: "rule_asks",
      confidence: 1,
      threshold: 0,
    }),
  );
});

Deno.test("nextWant() gives a person what was proposed when the model fails to the end", () => {
  const below = { ...RECALL, score: 0.5 };
  const steps = [RULES, below, FAILED];
  assert.deepEqual(nextWant(steps, MODEL), { kind: "ask_model" });
  assert.deepEqual(
    nextWant([...steps, FAILED], MODEL),
    stop({
      kind: "needs_review",
      suggestion: "cat_fuel",
      because: "model_failed",
      confidence: 0.5,
      threshold: 0,
    }),
  );
});

function stop(conclusion: Conclusion): Want {
  return { kind: "stop", conclusion };
}
