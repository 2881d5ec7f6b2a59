import { z } from "@hono/zod-openapi";

/** Digits after the point that are read and shown. */
const DIGITS = 13;
const DECIMAL = new RegExp(`^\\d{1,12}(?:\\.\\d{1,${DIGITS}})?$`);

/** A number of at least nothing as a field sends it. */
export function decimalField(
  { min, max }: { readonly min: number; readonly max: number },
) {
  return z.string().transform((given, context): number => {
    const text = given.trim();
    const number = DECIMAL.test(text) ? Number(text) : NaN;
    if (number >= min && number <= max) return number;
    context.addIssue({
      code: "custom",
      message: `is not a number from ${min} to ${max}`,
    });
    return z.NEVER;
  });
}

/** The number as such a field shows it. */
export function decimalValue(number: number): string {
  return number.toFixed(DIGITS).replace(/\.?0+$/, "");
}
