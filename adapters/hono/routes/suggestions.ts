import { z } from "@hono/zod-openapi";
import { ok } from "../../../src/kernel/result.ts";
import { ruleFailures } from "../../../src/rules/rule.ts";
import { PRECISION_MIN_DEFAULT } from "../../../src/rules/suggestions/suggest_rules.ts";
import { acceptSuggestion } from "../../../src/rules/use_cases/accept_suggestion.ts";
import { dismissSuggestion } from "../../../src/rules/use_cases/dismiss_suggestion.ts";
import { suggestRules } from "../../../src/rules/use_cases/suggest_rules.ts";
import { type Route, route } from "../route.ts";
import { newRuleJson, ruleSchema } from "./rule_schemas.ts";
import { suggestionJson, suggestionSchema } from "./suggestion_schemas.ts";

const tag = "rules";
const suggestionId = {
  prefix: "sug",
  missing: (id: string) =>
    ruleFailures.suggestion_missing({ suggestion_id: id }),
} as const;

const query = z.strictObject({
  precision_at_least: z.string().default(String(PRECISION_MIN_DEFAULT))
    .transform((given, context) => {
      const number = /^0\.\d{1,4}$/.test(given) ? Number(given) : NaN;
      if (number >= 0.5 && number <= 0.99) return number;
      context.addIssue({
        code: "custom",
        message: "is not a number from 0.5 to 0.99",
      });
      return z.NEVER;
    }).openapi({
      type: "number",
      minimum: 0.5,
      maximum: 0.99,
      default: PRECISION_MIN_DEFAULT,
      description:
        "What the lower bound of each precision has to reach. The less it is, the fewer decisions it takes",
    }),
});

const list = route({
  method: "get",
  path: "/rules/suggestions",
  expensive: true,
  tag,
  summary: "Rules that people's decisions speak for",
  description:
    "Short conditions on which people agreed, that decide what no rule does yet; at most 50, those that save most first. They are read from the latest 10,000 records that people decided and the latest 10,000 of all, and nothing is kept of it.",
  action: "rules.read",
  query,
  answer: {
    status: 200,
    description: "The suggestions, and what they were read from",
    schema: z.object({
      data: z.array(suggestionSchema),
      sampled: z.number().int().openapi({ description: "Records read" }),
      labelled: z.number().int().openapi({
        description: "Those of them that a person gave a category",
      }),
      looked_at: z.number().int().openapi({
        description:
          "Conditions whose precision was looked at: the more, the stricter each bound",
      }),
    }).openapi("RuleSuggestions"),
  },
  async handle({ deps, scope, query }) {
    const found = await suggestRules(deps, scope, query.precision_at_least);
    if (!found.ok) return found;
    const { suggestions, sampled, labelled, lookedAt } = found.value;
    return ok({
      body: {
        data: suggestions.map(suggestionJson),
        sampled,
        labelled,
        looked_at: lookedAt,
      },
    });
  },
});

const accept = route({
  method: "post",
  path: "/rules/suggestions/{id}/accept",
  tag,
  summary: "Make a rule of a suggestion",
  description:
    "At the end of the set. Suggestions are read anew: one that is no longer offered is missing.",
  action: "rules.write",
  id: suggestionId,
  query,
  answer: { status: 201, description: "The rule", schema: ruleSchema },
  refusals: [ruleFailures.too_many(), ruleFailures.backtest_required()],
  async handle({ deps, scope, id, query }) {
    const made = await acceptSuggestion(deps, scope, {
      id,
      precisionMin: query.precision_at_least,
    });
    return made.ok ? ok({ body: newRuleJson(made.value.rule) }) : made;
  },
});

const dismiss = route({
  method: "post",
  path: "/rules/suggestions/{id}/dismiss",
  tag,
  summary: "Keep a suggestion from being offered again",
  description:
    "Nor is one that says the same of nearly the same records. Dismissing it again does nothing.",
  action: "rules.write",
  id: suggestionId,
  answer: { status: 204, description: "It is not offered again" },
  async handle({ deps, scope, id }) {
    const dismissed = await dismissSuggestion(deps, scope, id);
    return dismissed.ok ? ok({ body: null }) : dismissed;
  },
});

/** In this order: `suggestions` is no rule's id. */
export const suggestionRoutes: readonly Route[] = [list, accept, dismiss];
