import { z } from "@hono/zod-openapi";
import { ok } from "../../../src/kernel/result.ts";
import { ruleFailures } from "../../../src/rules/rule.ts";
import { listRuleVersions } from "../../../src/rules/use_cases/list_rule_versions.ts";
import { told } from "../json_schema.ts";
import { route } from "../route.ts";
import { bareRuleJson, bareRuleSchema } from "./rule_schemas.ts";

/** How one rule came to be what it is. */
export const ruleVersionsRoute = route({
  method: "get",
  path: "/rules/{id}/versions",
  tag: "rules",
  summary: "List the versions of a rule",
  description:
    "The latest first, also of a rule that was removed. Each stood in every version of the set from `ruleset_from` on and before `ruleset_to`.",
  action: "rules.read",
  id: {
    prefix: "rule",
    missing: (id: string) => ruleFailures.missing({ rule_id: id }),
  },
  answer: {
    status: 200,
    description: "Every version of the rule",
    schema: z.object({
      data: z.array(z.object({
        rule: bareRuleSchema,
        set_at: told,
        ruleset_from: z.number().int(),
        ruleset_to: z.number().int().nullable().openapi({
          description: "Null: it is in force",
        }),
      })),
    }).openapi("RuleVersions"),
  },
  async handle({ deps, scope, id }) {
    const versions = await listRuleVersions(deps, scope, id);
    if (!versions.ok) return versions;
    return ok({
      body: {
        data: versions.value.map(({ rule, setAt, setFrom, setTo }) => ({
          rule: bareRuleJson(rule),
          set_at: setAt,
          ruleset_from: setFrom,
          ruleset_to: setTo,
        })),
      },
    });
  },
});
