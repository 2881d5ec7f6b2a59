/**
 * What became of a payment provider's message: it gave reason to ask, came before, is of a type that is not heard, or is
 * about nobody here.
 */
export const HEARD = [
  "first",
  "duplicate",
  "unknown_type",
  "unclaimed",
] as const;
export type Heard = typeof HEARD[number];
