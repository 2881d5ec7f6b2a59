import type { CompanyRecord } from "../../records/record.ts";
import { compileRules } from "../compile_rules.ts";
import { type RuleSubject, viewRecord } from "../record_view.ts";
import type { Rule, RuleSet } from "../rule.ts";
import { canonicalForm } from "./canonical_form.ts";
import { constructRecord } from "./construct_record.ts";
import type { Witness } from "./finding.ts";
import { type Formula, isNever } from "./formula.ts";

/** An enabled rule and what is known of its condition. */
export interface StudiedRule {
  readonly rule: Rule;
  /** Where it stands among the enabled rules. */
  readonly place: number;
  readonly form: Formula;
  /** The sampled records that it matches. */
  readonly sightings: readonly Sighting[];
  /** A record made to match it, with every rule that does. */
  readonly example: Example | null;
}

/** A sampled record, and every rule that matches it, in order. */
export interface Sighting {
  readonly record: CompanyRecord;
  readonly hits: readonly StudiedRule[];
}

export interface Example {
  readonly record: RuleSubject;
  readonly hits: readonly StudiedRule[];
}

/** What the findings are made from. */
export interface Study {
  readonly rules: readonly StudiedRule[];
  readonly sample: readonly Sighting[];
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
  const sample = records.map((record) => {
    const sighting = { record, hits: hitsOf(record) };
    for (const hit of sighting.hits) hit.sightings.push(sighting);
    return sighting;
  });
  for (const one of rules) one.example = exampleOf(one, hitsOf);
  return { rules, sample, hitsOf };
}

function exampleOf(
  one: StudiedRule,
  hitsOf: Study["hitsOf"],
): Example | null {
  let hits: readonly StudiedRule[] = [];
  const record = constructRecord(one.form, (record) => {
    hits = hitsOf(record);
    return hits.includes(one);
  });
  return record && { record, hits };
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
