import type { FieldsSet } from "../../processing/trace.ts";
import type { Sighting, StudiedRule, Study } from "./study.ts";

/** How a rule fared on the sampled records, had the rules been tried on them today. */
export interface Tally {
  matched: number;
  /** Records on which it was tried and set a field that no earlier rule had set. */
  won: number;
  /** Which earlier rule it lost to, and how often. */
  readonly lostTo: Map<StudiedRule, number>;
  /** Records whose category it set and of which a person said the category. */
  judged: number;
  /** Those of them of which the person said another. */
  readonly disagreed: Sighting[];
}

/** Goes through the rules that match each record as they are tried, without regard to what people settled. */
export function historyTallies(
  { rules, sample }: Study,
): ReadonlyMap<StudiedRule, Tally> {
  const tallies = new Map(rules.map((one): [StudiedRule, Tally] => [one, {
    matched: 0,
    won: 0,
    lostTo: new Map(),
    judged: 0,
    disagreed: [],
  }]));
  for (const sighting of sample) {
    const setBy = new Map<string, StudiedRule>();
    let endedBy: StudiedRule | null = null;
    for (const one of sighting.hits) {
      const tally = tallies.get(one)!;
      tally.matched++;
      const fields = fieldsOf(one.rule.then);
      const free = endedBy ? [] : fields.filter((field) => !setBy.has(field));
      if (free.length > 0) tally.won++;
      else count(tally.lostTo, endedBy ?? setBy.get(fields[0]!)!);
      for (const field of free) setBy.set(field, one);
      if (!endedBy && !one.rule.continue) endedBy = one;
    }
    const decider = setBy.get("category_id");
    if (decider) judge(tallies.get(decider)!, decider, sighting);
  }
  return tallies;
}

/** The fields that a rule sets, each of which the first rule that sets it keeps. */
export function fieldsOf(then: FieldsSet): readonly string[] {
  const { attributes = {}, ...others } = then;
  return [
    ...Object.keys(others),
    ...Object.keys(attributes).map((name) => `attributes.${name}`),
  ];
}

function judge(tally: Tally, decider: StudiedRule, sighting: Sighting): void {
  const { settledByPerson, categoryId } = sighting.record;
  if (!settledByPerson.includes("category_id") || categoryId === null) return;
  tally.judged++;
  if (categoryId !== decider.rule.then.category_id) {
    tally.disagreed.push(sighting);
  }
}

function count<T>(counts: Map<T, number>, key: T): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
