import { z } from "zod";
import type { Condition } from "./condition.ts";
import { conditionFlaws } from "./condition_flaws.ts";
import { leafSchemas } from "./leaf_schemas.ts";

/**
 * The shape of a condition, named `Condition` in generated documents.
 * On its own it recurses as deep as its input: read input with `conditionSchema`.
 */
const conditionShape: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ all: z.array(conditionShape).min(1) }),
    z.strictObject({ any: z.array(conditionShape).min(1) }),
    z.strictObject({ not: conditionShape }),
    ...leafSchemas,
  ])
).meta({
  id: "Condition",
  description:
    "What a record must be like: all, any or not over conditions, or one field, operator and value.",
});

/**
 * Reads a condition. The check goes first: it bounds the depth, and its issues name the exact place,
 * where a union could only say that no member fits.
 */
export const conditionSchema = z.preprocess((value, context) => {
  for (const { path, message } of conditionFlaws(value)) {
    context.addIssue({ code: "custom", path: [...path], message });
  }
  return value;
}, conditionShape);
