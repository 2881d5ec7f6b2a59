import { z } from "@hono/zod-openapi";
import { RULES_MAX } from "../../../../../src/rules/rule.ts";
import { integerText } from "../../../fields.ts";
import { day } from "../../records/filter_query.ts";

/** What the editor asks besides the rule itself. */
export const editorExtras = z.object({
  seen: integerText({ min: 1, max: 2_147_483_647 }).optional(),
  /** Among the rules, from 1. */
  position: integerText({ min: 1, max: RULES_MAX }).optional(),
  /** The first day whose records a back-test looks at. */
  test_from: day.optional(),
  sample: integerText({ min: 1, max: 100 }).optional(),
});
