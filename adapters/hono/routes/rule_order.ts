import { z } from "@hono/zod-openapi";
import { ok } from "../../../src/kernel/result.ts";
import { ruleFailures, RULES_MAX } from "../../../src/rules/rule.ts";
import { reorderRules } from "../../../src/rules/use_cases/reorder_rules.ts";
import { idText } from "../fields.ts";
import { route } from "../route.ts";

const rule = idText("rule", "a rule");

const moveSchema = z.union([
  z.strictObject({ rule_id: rule, after: rule }),
  z.strictObject({ rule_id: rule, before: rule }),
  z.strictObject({ rule_id: rule, to: z.enum(["first", "last"]) }),
]).openapi("RuleMove");

const orderSchema = z.union([
  z.strictObject({
    rule_ids: z.array(rule).max(RULES_MAX).openapi({
      description: "Every rule, just once",
    }),
  }),
  z.strictObject({
    moves: z.array(moveSchema).min(1).max(RULES_MAX).openapi({
      description:
        "Made all at once: each rule stands directly at its anchor, which may be moved too; of several at one place, the order of the moves is their order. The other rules keep theirs.",
    }),
  }),
]).openapi("RuleOrder");

/** Puts the rules in another order. */
export const ruleOrderRoute = route({
  method: "put",
  path: "/rules/order",
  tag: "rules",
  summary: "Put the rules in order",
  description:
    "All of them in their order, or moves of some. Its version is that of the whole set, as the list shows it.",
  action: "rules.write",
  ifMatch: true,
  etag: true,
  body: {
    schema: orderSchema,
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
  refusals: [
    ruleFailures.order_incomplete(),
    ruleFailures.order_impossible(),
    ruleFailures.stale(),
    ruleFailures.backtest_required(),
  ],
  async handle({ deps, scope, body, seenVersion }) {
    const ordered = await reorderRules(deps, scope, {
      order: "moves" in body ? body : { ids: body.rule_ids },
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
