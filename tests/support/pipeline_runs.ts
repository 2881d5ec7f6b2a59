import fc from "fast-check";
import type { CategoryId, RecordId, RuleId } from "../../src/kernel/ids.ts";
import { nextWant } from "../../src/processing/pipeline.ts";
import type { Limits, Step } from "../../src/processing/trace.ts";

const AT = "2026-01-02T03:04:05.000Z";

const score = fc.double({ min: 0, max: 1, noNaN: true });
const category = fc.constantFrom<CategoryId>("cat_fuel", "cat_rent");
const categoryOrNone = fc.option(category, { nil: null });

export const limits: fc.Arbitrary<Limits> = fc.record({
  similarity_threshold: score,
  model: fc.option(
    fc.record({
      attempts_max: fc.integer({ min: 1, max: 4 }),
      known_similarity: score,
      threshold: fc.option(score, { nil: null }),
    }, { requiredKeys: ["attempts_max", "threshold"] }),
    { nil: null },
  ),
});

const rulesTried: fc.Arbitrary<Step> = fc.record({
  kind: fc.constant("rules_tried"),
  at: fc.constant(AT),
  ruleset_version: fc.nat(),
  considered: fc.nat(),
  matched: fc.constant<RuleId>("rule_1"),
  hits: fc.constant([]),
  sets: fc.record({
    category_id: category,
    review: fc.constant(true),
    counterparty: fc.string(),
  }, { requiredKeys: [] }),
  replaced: fc.constant({}),
});
const recalled: fc.Arbitrary<Step> = fc.record({
  kind: fc.constant("examples_recalled"),
  at: fc.constant(AT),
  embedder: fc.constant("none@1"),
  neighbours: fc.array(
    fc.record({
      record_id: fc.constant<RecordId>("rec_1"),
      category_id: category,
      similarity: score,
      count: fc.integer({ min: 1, max: 64 }),
      match: fc.constantFrom("text", "head+size+context", "similar"),
    }),
    { maxLength: 3 },
  ),
  proposal: categoryOrNone,
  score,
  rejected: fc.uniqueArray(category, { minLength: 1 }),
}, {
  requiredKeys: ["kind", "at", "embedder", "neighbours", "proposal", "score"],
}).map((step) =>
  // Nothing that is turned down is proposed.
  step.proposal && step.rejected?.includes(step.proposal)
    ? { ...step, proposal: null, score: 0 }
    : step
);
const answered: fc.Arbitrary<Step> = fc.record({
  kind: fc.constant("model_answered"),
  at: fc.constant(AT),
  model: fc.constant("m"),
  prompt_version: fc.nat(),
  category_id: categoryOrNone,
  rationale: fc.string(),
  raw_confidence: score,
  usage: fc.record({ input_tokens: fc.nat(), output_tokens: fc.nat() }),
});
const modelFailed: fc.Arbitrary<Step> = fc.record({
  kind: fc.constant("model_failed"),
  at: fc.constant(AT),
  model: fc.constant("m"),
  reason: fc.constantFrom("timed_out", "refused", "malformed", "unavailable"),
  final: fc.constant(true as const),
}, { requiredKeys: ["kind", "at", "model", "reason"] });
export const personDecided: fc.Arbitrary<Step> = fc.oneof(
  category.map((id) => person("override", id)),
  fc.constant(person("reject", null)),
);

function person(
  verdict: "approve" | "override" | "reject",
  category_id: CategoryId | null,
): Step {
  return {
    kind: "person_decided",
    at: AT,
    by: "usr_ann",
    verdict,
    category_id,
    note: null,
  };
}

/** A step of any kind, whether or not it could come next. */
export const anyStep = fc.oneof(
  rulesTried,
  recalled,
  answered,
  modelFailed,
  personDecided,
);

/** What a shell would do: answers each want with the next step made for it, until nothing is wanted. */
export const pipelineRun = fc.record({
  limits,
  rules: rulesTried,
  examples: recalled,
  answers: fc.array(fc.oneof(answered, modelFailed), {
    minLength: 4,
    maxLength: 4,
  }),
}).map(({ limits, rules, examples, answers }) => {
  const steps: Step[] = [];
  const left = [...answers];
  let want = nextWant(steps, limits);
  while (want.kind !== "stop") {
    steps.push(
      want.kind === "try_rules"
        ? rules
        : want.kind === "recall_examples"
        ? examples
        : left.shift()!,
    );
    want = nextWant(steps, limits);
  }
  return { limits, steps, conclusion: want.conclusion };
});
