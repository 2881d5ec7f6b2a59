import { z } from "@hono/zod-openapi";
import { RULES_MAX } from "../../../src/rules/rule.ts";
import {
  ruleChangesSchema,
  ruleSchema as ruleDefinitionSchema,
} from "../../../src/rules/rule_schema.ts";
import type { AskedChange } from "../../../src/rules/use_cases/request_backtest.ts";
import { idText } from "../fields.ts";

/** Changes that one back-test tries at once. */
const CHANGES_MAX = 1_000;

const ruleId = idText("rule", "a rule");

const change = z.discriminatedUnion("op", [
  z.strictObject({
    op: z.literal("create"),
    rule: ruleDefinitionSchema,
    position: z.int().min(0).max(RULES_MAX).nullable().default(null).openapi({
      description: "0 is first; last where absent",
    }),
  }),
  z.strictObject({
    op: z.literal("change"),
    rule_id: ruleId,
    change: ruleChangesSchema,
  }),
  z.strictObject({ op: z.literal("remove"), rule_id: ruleId }),
  z.strictObject({
    op: z.literal("reorder"),
    rule_ids: z.array(ruleId).max(RULES_MAX),
  }),
  z.strictObject({
    op: z.literal("restore"),
    ruleset_version: z.int().min(0).max(2_147_483_647).openapi({
      description:
        "The rules become what they were in that version. A rule that was removed since gets a new id",
    }),
  }),
]).openapi("RuleChange");

/** Changes of the rules as asked for, in the order in which they are made. */
export const changesSchema = z.array(change).min(1).max(
  CHANGES_MAX,
) as unknown as z.ZodType<readonly AskedChange[]>;
