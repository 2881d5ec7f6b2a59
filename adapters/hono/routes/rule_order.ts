import { z } from "@hono/zod-openapi";
import { ok } from "../../../src/kernel/result.ts";
import { ruleFailures, RULES_MAX } from "../../../src/rules/rule.ts";
import { reorderRules } from "../../../src/rules/use_cases/reorder_rules.ts";
import { idText } from "../fields.ts";
import { route } from "../route.ts";

/** Puts the rules in another order. */
export const ruleOrderRoute = route({
  method: "put",
  path: "/rules/order",
  tag: "rules",
  summary: "Put the rules in order",
  description: "Its version is that of the whole set, as the list shows it.",
  action: "rules.write",
  ifMatch: true,
  etag: true,
  body: {
    schema: z.strictObject({
      rule_ids: z.array(idText("rule", "a rule")).max(RULES_MAX).openapi({
        description: "Every rule, just once",
      }),
    }).openapi("RuleOrder"),
    example: {
      rule_ids: [
        "rule_01kx2m6v9dfk3tqz8w5y7r4b1d",
        "rule_01kx2m6v9dfk3tqz8w5y7r4b1c",
      ],
    },
  },
  answer: {
    status: 200,
    description: "The order now in force",
    schema: z.object({
      rule_ids: z.array(z.string()),
      ruleset_version: z.number().int(),
    }),
  },
  refusals: [ruleFailures.order_incomplete(), ruleFailures.stale()],
  async handle({ deps, scope, body, seenVersion }) {
    const ordered = await reorderRules(deps, scope, {
      ids: body.rule_ids,
      seenVersion,
    });
    if (!ordered.ok) return ordered;
    const { version, rules } = ordered.value;
    return ok({
      body: {
        rule_ids: rules.map((rule) => rule.id),
        ruleset_version: version,
      },
      version,
    });
  },
});
