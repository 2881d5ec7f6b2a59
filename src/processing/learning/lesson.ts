import type { CategoryId } from "../../kernel/ids.ts";
import { type Evidence, FEATURES } from "./evidence.ts";

/**
 * One decided record: what was known of it before, and what was right; as fitting walks through it, some ten times for each
 * time that more is learned. Features that are 0 for all its candidates are left out: they add 0 to every sum.
 */
export interface Lesson {
  /** Which features are in `values`, ascending. */
  readonly features: Uint8Array;
  /** Row by row, for each candidate and last for "none of these". */
  readonly values: Float64Array;
  readonly rows: number;
  /** The row of what was right. */
  readonly right: number;
  /** For how many records it stands. */
  readonly weight: number;
}

export function lessonOf(
  { candidates, features: rows }: Pick<Evidence, "candidates" | "features">,
  truth: CategoryId,
  weight: number,
): Lesson {
  const said: number[] = [];
  for (let k = 0; k < FEATURES; k++) {
    if (rows.some((row) => row[k] !== 0)) said.push(k);
  }
  const values = new Float64Array(rows.length * said.length);
  let at = 0;
  for (const row of rows) {
    for (const k of said) values[at++] = row[k]!;
  }
  const right = candidates.indexOf(truth);
  return {
    features: Uint8Array.from(said),
    values,
    rows: rows.length,
    right: right < 0 ? candidates.length : right,
    weight,
  };
}
