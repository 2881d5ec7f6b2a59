import { formulaImplies } from "./implies.ts";
import { cannotMatch, type StudiedRule, type Study } from "./study.ts";

/** Earlier rules that one rule is held against; also the sightings that each must share with it. */
const COMPARED_MAX = 50;
const SIGHTINGS_MAX = 3;

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
  for (const one of rules) {
    if (cannotMatch(one)) continue;
    const met = (one.example ?? one.sightings[0])?.hits ?? [];
    const candidates = met.filter((other) =>
      other.place < one.place &&
      one.sightings.slice(0, SIGHTINGS_MAX)
        .every(({ hits }) => hits.includes(other))
    );
    if (candidates.length > COMPARED_MAX) complete = false;
    const wider = candidates.slice(0, COMPARED_MAX)
      .filter((other) => formulaImplies(one.form, other.form));
    if (wider.length > 0) of.set(one, wider);
  }
  return { of, complete };
}
