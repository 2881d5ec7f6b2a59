import { z } from "@hono/zod-openapi";
import { ok } from "../../../src/kernel/result.ts";
import { recordFailures } from "../../../src/records/record.ts";
import { ruleSchema } from "../../../src/rules/rule_schema.ts";
import { testRules } from "../../../src/rules/use_cases/test_rules.ts";
import { idText } from "../fields.ts";
import { route } from "../route.ts";
import { fieldsSetSchema, ruleExplanationSchema } from "./rule_schemas.ts";

/** Tries rules on one record and writes nothing. */
export const testRulesRoute = route({
  method: "post",
  path: "/rules/test",
  tag: "rules",
  summary: "Try rules on a record",
  description:
    "One draft rule, or every rule in force where none is given: which matched, and which condition failed.",
  action: "rules.read",
  body: {
    schema: z.strictObject({
      record_id: idText("rec", "a record"),
      rule: ruleSchema.optional(),
    }).openapi("RulesTestRequest"),
    example: { record_id: "rec_01kx2m6v9dfk3tqz8w5y7r4b1c" },
  },
  answer: {
    status: 200,
    description: "What the rules would set, and each rule's outcome",
    schema: z.object({
      considered: z.number().int(),
      matched: z.string().nullable(),
      hits: z.array(
        z.object({ rule_id: z.string(), version: z.number().int() }),
      ),
      sets: fieldsSetSchema,
      rules: z.array(ruleExplanationSchema),
    }).openapi("RulesTest"),
  },
  refusals: [recordFailures.missing()],
  async handle({ deps, scope, body }) {
    const draft = body.rule ?? null;
    const tried = await testRules(deps, scope, body.record_id, draft);
    if (!tried.ok) return tried;
    const { outcome, rules } = tried.value;
    return ok({ body: { ...outcome, rules } });
  },
});
