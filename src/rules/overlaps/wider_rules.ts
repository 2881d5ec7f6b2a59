import { formulaImplies } from "./implies.ts";
import {
  cannotMatch,
  includesRule,
  type StudiedRule,
  type Study,
} from "./study.ts";
import { leavesOf } from "./weight.ts";

/** Earlier rules that one rule is held against. */
const COMPARED_MAX = 50;
/** Pairs of leaves that are held against each other in all: a bound of the time. */
const LEAF_PAIRS_MAX = 1_000_000;

/** The earlier rules that match whatever a rule matches. */
export interface WiderRules {
  readonly of: ReadonlyMap<StudiedRule, readonly StudiedRule[]>;
  /** Whether every pair that could be one was looked at. */
  readonly complete: boolean;
}

/**
 * A rule that matches whatever another does also matches the other's example and sightings:
 * only such pairs are held against each other, so that ten thousand rules are not fifty million questions.
 */
export function widerRules({ rules }: Study): WiderRules {
  const of = new Map<StudiedRule, readonly StudiedRule[]>();
  let complete = true;
  let left = LEAF_PAIRS_MAX;
  for (const one of rules) {
    if (cannotMatch(one)) continue;
    const met = (one.example ?? one.sightings[0])?.hits ?? [];
    const earlier = earlierOf(met, one);
    if (earlier.length > COMPARED_MAX) complete = false;
    const wider = earlier.slice(0, COMPARED_MAX).filter((other) => {
      const isAlong = one.sightings
        .every(({ hits }) => includesRule(hits, other));
      if (!isAlong) return false;
      left -= leavesOf(one.form) * leavesOf(other.form);
      if (left < 0) complete = false;
      return left >= 0 && formulaImplies(one.form, other.form);
    });
    if (wider.length > 0) of.set(one, wider);
  }
  return { of, complete };
}

/** Those that stand before the rule; they come first. */
function earlierOf(
  hits: readonly StudiedRule[],
  { place }: StudiedRule,
): readonly StudiedRule[] {
  const end = hits.findIndex((other) => other.place >= place);
  return end < 0 ? hits : hits.slice(0, end);
}
