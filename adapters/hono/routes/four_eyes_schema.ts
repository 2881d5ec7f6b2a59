import { z } from "@hono/zod-openapi";
import { money } from "../fields.ts";

/** The amounts above which two members decide. */
export const fourEyesSchema = z.array(
  money.refine(({ minor }) => !minor.startsWith("-"), {
    path: ["minor"],
    error: "is below zero: whichever way an amount goes, its size counts",
  }),
).max(50).refine(
  (all) => new Set(all.map(({ currency }) => currency)).size === all.length,
  { error: "names a currency twice" },
).nullable().optional().openapi({
  description:
    "Above these amounts, one a currency, two members decide what waits; null or none: one decides everything",
});
