import assert from "node:assert/strict";
import {
  agreesWithPerson,
  concludedAlone,
  differences,
  replays,
} from "../../src/processing/replay.ts";
import type { Conclusion, Step, Trace } from "../../src/processing/trace.ts";
import { sampleRecord } from "../support/samples.ts";

const AT = "2026-01-02T03:04:05.000Z";

const RULES: Step = {
  kind: "rules_tried",
  at: AT,
  ruleset_version: 0,
  considered: 0,
  matched: null,
  hits: [],
  sets: {},
  replaced: {},
};

function recalled(score: number): Step {
  return {
    kind: "examples_recalled",
    at: AT,
    embedder: "hashed-ngram-512@1",
    neighbours: [{
      record_id: "rec_1",
      category_id: "cat_fuel",
      similarity: 1,
      count: 9,
      match: "text+context",
    }],
    proposal: "cat_fuel",
    score,
  };
}

function settled(
  category_id: "cat_fuel" | "cat_rent",
  source: "rule" | "similarity" | "model",
): Conclusion {
  return { kind: "settled", category_id, source, confidence: 1, threshold: 0 };
}

function review(
  because: "not_sure_enough" | "model_undecided",
  given: Partial<Extract<Conclusion, { kind: "needs_review" }>> = {},
): Conclusion {
  return {
    kind: "needs_review",
    suggestion: "cat_fuel",
    because,
    confidence: 0.5,
    threshold: 0.9,
    ...given,
  };
}

Deno.test("traces of every shape that was ever stored give their conclusions", () => {
  const limits = { similarity_threshold: 0.9, model: null };
  const answered: Step = {
    kind: "model_answered",
    at: AT,
    model: "m-1",
    prompt_version: 3,
    category_id: null,
    rationale: "",
    raw_confidence: 0.2,
    usage: { input_tokens: 1, output_tokens: 1 },
  };
  const table: readonly Omit<Trace, "schema">[] = [
    {
      limits,
      steps: [RULES, recalled(0.9)],
      conclusion: {
        kind: "settled",
        category_id: "cat_fuel",
        source: "similarity",
        confidence: 0.9,
        threshold: 0.9,
      },
    },
    {
      limits,
      steps: [RULES, recalled(0.5)],
      conclusion: review("not_sure_enough"),
    },
    // From before only what is novel was asked, and before costs were told.
    {
      limits: { ...limits, model: { attempts_max: 1, threshold: null } },
      steps: [RULES, recalled(0.5), answered],
      conclusion: review("model_undecided", { threshold: 0 }),
    },
    {
      limits: {
        ...limits,
        model: { attempts_max: 3, known_similarity: 0.65, threshold: null },
      },
      steps: [RULES, recalled(0.5)],
      conclusion: review("not_sure_enough"),
    },
  ];
  for (const trace of table) {
    assert(replays({ schema: 1, ...trace }), JSON.stringify(trace));
    const other = { ...trace.limits, similarity_threshold: 0.4 };
    assert.equal(
      replays({ schema: 1, ...trace, limits: other }),
      trace.steps.length > 2,
    );
  }
});

Deno.test("a record that a person decided before it was processed was concluded by nobody", () => {
  const trace: Trace = {
    schema: 1,
    limits: { similarity_threshold: 0.9, model: null },
    steps: [{
      kind: "person_decided",
      at: AT,
      by: "usr_ann",
      verdict: "reject",
      category_id: null,
      note: null,
    }],
    conclusion: { kind: "rejected", source: "person" },
  };
  assert(replays(trace));
  assert.equal(concludedAlone(trace), null);
});

Deno.test("conclusions differ by outcome, or where both settle by category and source", () => {
  const fuel = settled("cat_fuel", "rule");
  assert.deepEqual(differences(fuel, fuel), []);
  assert.deepEqual(differences(fuel, settled("cat_rent", "rule")), [
    "category",
  ]);
  assert.deepEqual(differences(fuel, settled("cat_fuel", "similarity")), [
    "source",
  ]);
  assert.deepEqual(differences(fuel, settled("cat_rent", "model")), [
    "category",
    "source",
  ]);
  const asks = review("not_sure_enough");
  assert.deepEqual(differences(fuel, asks), ["outcome"]);
  assert.deepEqual(differences(asks, fuel), ["outcome"]);
  assert.deepEqual(
    differences(asks, review("model_undecided", { suggestion: null })),
    [],
  );
});

Deno.test("only what would be settled alone agrees with a person, or does not", () => {
  const record = sampleRecord({ source: "person", categoryId: "cat_fuel" });
  const fuel = settled("cat_fuel", "rule");
  assert.equal(agreesWithPerson(record, fuel), true);
  assert.equal(agreesWithPerson(record, settled("cat_rent", "rule")), false);
  assert.equal(agreesWithPerson(record, review("not_sure_enough")), null);
  const alone = sampleRecord({ source: "rule", categoryId: "cat_fuel" });
  assert.equal(agreesWithPerson(alone, fuel), null);
});
