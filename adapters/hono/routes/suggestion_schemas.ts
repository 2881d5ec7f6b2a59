import { z } from "@hono/zod-openapi";
import { conditionSchema } from "../../../src/rules/conditions/condition_schema.ts";
import type { RuleDefinition } from "../../../src/rules/rule.ts";
import type { RuleEffect } from "../../../src/rules/suggestions/last_rule_effect.ts";
import type { Suggestion } from "../../../src/rules/suggestions/suggestion.ts";
import { anyObject } from "../json_schema.ts";
import type { Told } from "../route.ts";
import { fieldsSetSchema } from "./rule_schemas.ts";

/** A rule as it would be written. */
const definitionSchema = z.object({
  name: z.string(),
  enabled: z.boolean(),
  when: conditionSchema,
  then: fieldsSetSchema,
  continue: z.boolean(),
});

/** What a rule would have done to the records there are, put last. */
const effectSchema = z.object({
  decides: z.number().int().openapi({
    description: "Records that no rule decides and this one would",
  }),
  changes: z.number().int().openapi({
    description:
      "Records that would become something else; what a person settled stays",
  }),
  agreement: z.object({
    right: z.number().int(),
    wrong: z.number().int(),
  }).openapi({
    description: "Those of them that people gave this category, and another",
  }),
  reviews_saved: z.number().int().openapi({
    description: "Those of them for which a person was asked",
  }),
  examples: z.array(z.object({
    record_id: z.string(),
    before: anyObject,
    after: anyObject,
  })).openapi({
    description: "The latest of the changes, fields by name",
  }),
}).openapi("RuleEffect");

/** A rule that was not made. */
export const draftSchema = z.object({
  rule: definitionSchema,
  effect: effectSchema,
}).openapi("RuleDraft");

export function draftJson(
  { rule, effect }: {
    readonly rule: RuleDefinition;
    readonly effect: RuleEffect;
  },
): Told<z.input<typeof draftSchema>> {
  return { rule: definitionJson(rule), effect: effectJson(effect) };
}

/** A rule that people's decisions speak for. */
export const suggestionSchema = z.object({
  id: z.string(),
  rule: definitionSchema,
  category_id: z.string(),
  support: z.number().int().openapi({
    description: "Records that a person gave a category and that meet it",
  }),
  right: z.number().int().openapi({
    description: "Those of them that got this category",
  }),
  precision_at_least: z.number().openapi({
    description:
      "Lower bound of its precision (Clopper and Pearson, one-sided), at a level that allows for all that was looked at",
  }),
  counter_examples: z.array(z.string()).openapi({
    description: "Records that people gave another category, the latest",
  }),
  coverage: z.number().int().openapi({
    description: "Records that meet it and that no rule decides",
  }),
  examples: z.array(z.string()),
  effect: effectSchema,
}).openapi("RuleSuggestion");

export function suggestionJson(
  one: Suggestion,
): Told<z.input<typeof suggestionSchema>> {
  return {
    id: one.id,
    rule: definitionJson(one.rule),
    category_id: one.categoryId,
    support: one.support,
    right: one.right,
    precision_at_least: one.precisionAtLeast,
    counter_examples: one.counterExamples,
    coverage: one.coverage,
    examples: one.examples,
    effect: effectJson(one.effect),
  };
}

function definitionJson(
  rule: RuleDefinition,
): Told<z.input<typeof definitionSchema>> {
  const { name, enabled, when, then } = rule;
  return { name, enabled, when, then, continue: rule.continue };
}

function effectJson(
  { decides, changes, agreement, reviewsSaved, examples }: RuleEffect,
): Told<z.input<typeof effectSchema>> {
  return {
    decides,
    changes,
    agreement,
    reviews_saved: reviewsSaved,
    examples: examples.map(({ recordId, before, after }) => ({
      record_id: recordId,
      before: before as Told<z.input<typeof anyObject>>,
      after: after as Told<z.input<typeof anyObject>>,
    })),
  };
}
