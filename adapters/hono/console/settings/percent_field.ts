import { z } from "@hono/zod-openapi";

/** A share of one, as a field of per cent sends it: `97.5` is 0.975. */
export function percentField(
  { min, max }: { readonly min: number; readonly max: number },
) {
  return z.string().transform((given, context): number => {
    const percent = /^\d{1,3}(?:\.\d{1,2})?$/.test(given.trim())
      ? Number(given)
      : NaN;
    if (percent >= min && percent <= max) {
      // To the last digit that the field has.
      return Math.round(percent * 100) / 10_000;
    }
    context.addIssue({
      code: "custom",
      message: `is not a number from ${min} to ${max}`,
    });
    return z.NEVER;
  });
}

/** The share as such a field shows it. */
export function percentValue(share: number): string {
  return String(Math.round(share * 10_000) / 100);
}
