import { z } from "@hono/zod-openapi";

/** Any JSON value. */
export const anyJson = z.unknown().openapi({
  description: "Any JSON value",
});

/** Any JSON object. */
export const anyObject = z.record(z.string(), z.unknown());

/** An instant as it is told. */
export const told = z.string().openapi({
  format: "date-time",
  example: "2026-03-31T09:30:00.000Z",
});

/** An amount as it is told. */
export const toldMoney = z.object({
  minor: z.union([z.number(), z.string()]).openapi({
    type: ["integer", "string"],
    description: "Minor units; text beyond 2^53",
  }),
  currency: z.string(),
});

export const attributeValue = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.null(),
]);
