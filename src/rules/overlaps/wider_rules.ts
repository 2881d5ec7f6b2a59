import { formulaImplies } from "./implies.ts";
import {
  cannotMatch,
  includesRule,
  type StudiedRule,
  type Study,
} from "./study.ts";

/** Earlier rules that one rule is held against, and pairs held against each other in all. */
const COMPARED_MAX = 50;
const PAIRS_MAX = 100_000;

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
  let pairsLeft = PAIRS_MAX;
  for (const one of rules) {
    if (cannotMatch(one)) continue;
    const met = (one.example ?? one.sightings[0])?.hits ?? [];
    const earlier = earlierOf(met, one);
    if (earlier.length > COMPARED_MAX || pairsLeft <= 0) complete = false;
    const candidates = earlier.slice(0, Math.min(COMPARED_MAX, pairsLeft))
      .filter((other) =>
        one.sightings.every(({ hits }) => includesRule(hits, other))
      );
    pairsLeft -= candidates.length;
    const wider = candidates
      .filter((other) => formulaImplies(one.form, other.form));
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
