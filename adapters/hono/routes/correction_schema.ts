import { z } from "@hono/zod-openapi";
import type { Correction } from "../../../src/records/correction.ts";
import { idText, instant, money } from "../fields.ts";
import { attributes, counterparty, description } from "./new_record_schema.ts";

/** The body of `PATCH /records/{id}`. */
export const correctionSchema = z.strictObject({
  category_id: idText("cat", "a category").optional(),
  description: description.optional(),
  counterparty: counterparty.nullable().optional(),
  amount: money.nullable().optional(),
  occurred_at: instant.nullable().optional(),
  attributes: attributes.optional().openapi({
    description: "Merged by name; what is not named stays",
  }),
}).refine((given) => Object.keys(given).length > 0, {
  error: "changes nothing",
}).openapi("Correction", { minProperties: 1 });

/** The correction as the core takes it. */
export function correctionOf(
  given: z.output<typeof correctionSchema>,
): Correction {
  const { category_id, description, attributes, ...rest } = given;
  const { counterparty, amount, occurred_at } = rest;
  return {
    ...category_id !== undefined && { categoryId: category_id },
    ...description !== undefined && { description },
    ...counterparty !== undefined && { counterparty },
    ...amount !== undefined && { amount },
    ...occurred_at !== undefined && { occurredAt: occurred_at },
    ...attributes !== undefined && { attributes },
  };
}
