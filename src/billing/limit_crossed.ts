/** The part of a limit from which on it is near: what the issue of budgets has, too. */
const NEAR = 0.8;

/** What is to be told when what is used goes up: that a limit is near, or reached; null for nothing new. */
export function limitCrossed(
  before: number,
  after: number,
  limit: number | null,
): "near" | "reached" | null {
  if (limit === null || after <= before) return null;
  if (after >= limit) return before < limit ? "reached" : null;
  return after >= NEAR * limit && before < NEAR * limit ? "near" : null;
}
