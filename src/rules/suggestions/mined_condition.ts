import type { Leaf } from "../conditions/condition.ts";
import type { Tally } from "./tally.ts";

/** A condition that was tried on a sample: all of `leaves` must hold. */
export interface MinedCondition {
  readonly leaves: readonly Leaf[];
  /** The numbers of the records that meet it, labelled or not. */
  readonly members: readonly number[];
  readonly tally: Tally;
}
