import { z } from "@hono/zod-openapi";
import { conditionSchema } from "../../../src/rules/conditions/condition_schema.ts";
import type { ConditionExplanation } from "../../../src/rules/explain/explain_condition.ts";
import type { Rule } from "../../../src/rules/rule.ts";
import { flaggedAt } from "../../../src/rules/rule_overrides.ts";
import type { RulesListed } from "../../../src/rules/use_cases/list_rules.ts";
import { anyJson, told } from "../json_schema.ts";
import type { Told } from "../route.ts";

export const fieldsSetSchema = z.object({
  category_id: z.string().optional(),
  counterparty: z.string().optional(),
  attributes: z.record(z.string(), z.string()).optional(),
  review: z.literal(true).optional(),
});

const originSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("person") }),
  z.object({ kind: z.literal("suggestion"), suggestion_id: z.string() }),
  z.object({ kind: z.literal("override"), record_id: z.string() }),
  z.object({ kind: z.literal("import") }),
]).openapi("RuleOrigin");

/** A rule as it was written. */
export const bareRuleSchema = z.object({
  id: z.string(),
  version: z.number().int(),
  name: z.string(),
  enabled: z.boolean(),
  when: conditionSchema,
  then: fieldsSetSchema,
  continue: z.boolean(),
  origin: originSchema,
}).openapi("ChangedRule");

/** A rule as the API shows it, with how often it hit. */
export const ruleSchema = z.object({
  ...bareRuleSchema.shape,
  hits: z.number().int(),
  last_hit_at: told.nullable(),
  overridden: z.number().int().openapi({
    description: "Records where a person said another category later",
  }),
  flagged_at: told.nullable().openapi({
    description: "When the rule, as it is now, was overridden too often",
  }),
}).openapi("Rule");

export function bareRuleJson(
  rule: Rule,
): Told<z.input<typeof bareRuleSchema>> {
  const { id, version, name, enabled, when, then } = rule;
  return {
    ...{ id, version, name, enabled, when, then, continue: rule.continue },
    origin: rule.origin ?? { kind: "person" },
  };
}

/** A rule that was only just made. */
export function newRuleJson(rule: Rule): Told<z.input<typeof ruleSchema>> {
  return ruleJson(rule, { statistics: [], overrides: [] });
}

export function ruleJson(
  rule: Rule,
  { statistics, overrides }: Omit<RulesListed, "set">,
): Told<z.input<typeof ruleSchema>> {
  const told = statistics.find(({ ruleId }) => ruleId === rule.id);
  const noted = overrides.find(({ id }) => id === rule.id);
  return {
    ...bareRuleJson(rule),
    hits: told?.hits ?? 0,
    last_hit_at: told?.lastHitAt ?? null,
    overridden: noted?.total ?? 0,
    flagged_at: flaggedAt(rule, noted),
  };
}

/** A condition with what came of it. */
const conditionExplanation: z.ZodType<ConditionExplanation> = z.lazy(() =>
  z.union([
    z.object({
      kind: z.enum(["all", "any"]),
      result: z.boolean(),
      conditions: z.array(conditionExplanation).readonly(),
    }),
    z.object({
      kind: z.literal("not"),
      result: z.boolean(),
      condition: conditionExplanation,
    }),
    z.object({
      kind: z.literal("leaf"),
      result: z.boolean(),
      field: z.string(),
      op: z.string(),
      value: anyJson.optional(),
      saw: anyJson,
    }) as unknown as z.ZodType<
      Extract<ConditionExplanation, { kind: "leaf" }>
    >,
  ])
).meta({ id: "ConditionExplanation" });

/** What became of one rule on one record. */
export const ruleExplanationSchema = z.object({
  rule_id: z.string(),
  version: z.number().int(),
  name: z.string(),
  outcome: z.enum(["matched", "failed", "skipped_disabled", "not_reached"]),
  because: z.object({
    pointer: z.string().openapi({
      description: "Where in the rule (RFC 6901)",
      example: "/when/all/1",
    }),
    condition: conditionExplanation,
  }).nullable(),
}).openapi("RuleExplanation");

/** What became of one rule among the others. */
export const ruleInSetSchema = ruleExplanationSchema.extend({
  condition: conditionExplanation.nullable().openapi({
    description:
      "The whole condition; null unless the rule matched or was asked for by itself",
  }),
  won_by: z.string().nullable().openapi({
    description:
      "Of a rule that was not reached: the one that ended the trying",
  }),
  fields: z.array(z.object({
    field: z.string(),
    set_by: z.string().openapi({
      description:
        "The rule that sets it: this one, or an earlier one that did so first; `person` where a person settled it",
    }),
  })),
}).openapi("RuleInSetExplanation");
