import type { CompanyRecord } from "../../records/record.ts";
import { compileRules } from "../matcher/compile_rules.ts";
import { type RuleSubject, viewRecord } from "../matcher/record_view.ts";
import type { Rule, RuleSet } from "../rule.ts";
import { canonicalForm } from "./canonical_form.ts";
import { constructRecord } from "./construct_record.ts";
import type { Witness } from "./finding.ts";
import { type Formula, isNever } from "./formula.ts";
import { leavesOf, timesWithin, valuesOf } from "./weight.ts";

/** Values that records are compared with in all, once for the sample and once for examples: 5,000 records and 10,000 rules of four. */
const COMPARISONS_MAX = 200_000_000;
/** Pairs of leaves looked at to make examples, in all. */
const LEAF_PAIRS_MAX = 1_000_000;
/** Hits kept in all, and of one example: a thousand rules that match everything must not fill the memory. */
const HITS_MAX = 1_000_000;
const EXAMPLE_HITS_MAX = 200;
/** Sightings kept of one rule. */
const SIGHTINGS_MAX = 3;

/** An enabled rule and what is known of its condition. */
export interface StudiedRule {
  readonly rule: Rule;
  /** Where it stands among the enabled rules. */
  readonly place: number;
  readonly form: Formula;
  /** The first few sampled records that it matches. */
  readonly sightings: readonly Sighting[];
  /** A record made to match it, with every rule that does. */
  readonly example: Example | null;
}

/** A sampled record, and every rule that matches it, in order. */
export interface Sighting {
  readonly record: CompanyRecord;
  readonly hits: readonly StudiedRule[];
}

/** A record made to match a rule, and the first so many that do. */
export interface Example {
  readonly record: RuleSubject;
  readonly hits: readonly StudiedRule[];
}

/** What the findings are made from. */
export interface Study {
  readonly rules: readonly StudiedRule[];
  readonly sample: readonly Sighting[];
  /** Whether every record was tried, and every rule had an example made for it. */
  readonly complete: boolean;
  /** All rules that match a record, by the evaluator that sorts records. */
  hitsOf(record: RuleSubject): readonly StudiedRule[];
}

/** Tries every enabled rule on the sampled records, and on a record made for each. Records are as rules see them. */
export function studyRules(
  set: RuleSet,
  records: readonly CompanyRecord[],
): Study {
  const compiled = compileRules(set);
  const rules = set.rules.filter(({ enabled }) => enabled)
    .map((rule, place) => ({
      rule,
      place,
      form: canonicalForm(rule.when),
      sightings: [] as Sighting[],
      example: null as Example | null,
    }));
  const byId = new Map(rules.map((one) => [one.rule.id, one]));
  const hitsOf = (record: RuleSubject) =>
    compiled.allOn(viewRecord(record)).map(({ id }) => byId.get(id)!);
  const values = rules.reduce((sum, { form }) => sum + valuesOf(form), 0);
  const triesMax = timesWithin(COMPARISONS_MAX, values);
  const sample: Sighting[] = [];
  let hitsLeft = HITS_MAX;
  for (const record of records.slice(0, triesMax)) {
    if (hitsLeft <= 0) break;
    const sighting = { record, hits: hitsOf(record) };
    sample.push(sighting);
    hitsLeft -= sighting.hits.length;
    for (const { sightings } of sighting.hits) {
      if (sightings.length < SIGHTINGS_MAX) sightings.push(sighting);
    }
  }
  let complete = sample.length === records.length;
  hitsLeft = HITS_MAX;
  let [triesLeft, leafPairsLeft] = [triesMax, LEAF_PAIRS_MAX];
  for (const one of rules) {
    leafPairsLeft -= leavesOf(one.form) ** 2;
    if (Math.min(hitsLeft, triesLeft, leafPairsLeft) <= 0) {
      complete = false;
      break;
    }
    one.example = constructed(one.form, (record) => {
      const hits = hitsOf(record);
      hitsLeft -= hits.length;
      triesLeft--;
      return includesRule(hits, one) ? hits : null;
    });
  }
  return { rules, sample, complete, hitsOf };
}

function constructed(
  form: Formula,
  hitsWhereMet: (record: RuleSubject) => readonly StudiedRule[] | null,
): Example | null {
  let hits: readonly StudiedRule[] | null = null;
  const record = constructRecord(form, (record) => {
    hits = hitsWhereMet(record);
    return hits !== null;
  });
  return record && { record, hits: (hits ?? []).slice(0, EXAMPLE_HITS_MAX) };
}

/** Whether a rule is among others, which stand in order. */
export function includesRule(
  hits: readonly StudiedRule[],
  { place }: StudiedRule,
): boolean {
  let [from, to] = [0, hits.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (hits[middle]!.place < place) from = middle + 1;
    else to = middle;
  }
  return hits[from]?.place === place;
}

/** A record that the rule matches: better a real one than one made for it. */
export function witnessOf({ sightings, example }: StudiedRule): Witness | null {
  const [seen] = sightings;
  if (seen) return { source: "history", recordId: seen.record.id };
  return example && { source: "constructed", record: example.record };
}

/** Whether it is known that the rule's condition is never met. */
export function cannotMatch({ form }: StudiedRule): boolean {
  return isNever(form);
}

/** A rule's name as sentences have it. */
export function named({ rule }: StudiedRule): string {
  return `"${rule.name}"`;
}
