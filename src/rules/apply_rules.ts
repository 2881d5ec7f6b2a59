import type { FieldsSet, Step } from "../processing/trace.ts";
import type { CompanyRecord } from "../records/record.ts";
import type { CompiledRules } from "./compile_rules.ts";
import { type RuleSubject, viewRecord } from "./record_view.ts";
import type { Rule } from "./rule.ts";

/** What came of trying rules on a record, as the `rules_tried` step tells it. */
export type RulesOutcome = Pick<
  Extract<Step, { readonly kind: "rules_tried" }>,
  "considered" | "matched" | "hits" | "sets"
>;

/**
 * Tries rules in order until one matches that does not say `continue`. Each field is set by the first
 * rule that sets it, never where a person settled it; conditions see the record as it came.
 * `matched` is the rule that asked for review, else the rule that set the category.
 */
export function applyRules(
  compiled: CompiledRules,
  record: RuleSubject & Pick<CompanyRecord, "settledByPerson">,
): RulesOutcome {
  const { hits, considered } = compiled.tryOn(viewRecord(record));
  if (hits.length === 0) {
    return { considered, matched: null, hits: [], sets: {} };
  }
  return { considered, ...whatIsSet(hits, record.settledByPerson) };
}

function whatIsSet(
  hits: readonly Rule[],
  settled: CompanyRecord["settledByPerson"],
): Omit<RulesOutcome, "considered"> {
  const sets: Writable<FieldsSet> = {};
  let categorised: Rule | undefined;
  // In the order in which a trace shows them; what is not set is left out, since JSON has no `undefined`.
  if (!settled.includes("category_id")) {
    categorised = hits.find(({ then }) => then.category_id !== undefined);
    if (categorised) sets.category_id = categorised.then.category_id!;
  }
  if (!settled.includes("counterparty")) {
    const naming = hits.find(({ then }) => then.counterparty !== undefined);
    if (naming) sets.counterparty = naming.then.counterparty!;
  }
  if (hits.some(({ then }) => then.attributes !== undefined)) {
    const attributes = attributesSet(hits, settled);
    if (attributes.size > 0) sets.attributes = Object.fromEntries(attributes);
  }
  const reviewing = hits.find(({ then }) => then.review);
  if (reviewing) sets.review = true;
  return {
    matched: (reviewing ?? categorised)?.id ?? null,
    hits: hits.map(({ id, version }) => ({ rule_id: id, version })),
    sets,
  };
}

function attributesSet(
  hits: readonly Rule[],
  settled: CompanyRecord["settledByPerson"],
): ReadonlyMap<string, string> {
  const set = new Map<string, string>();
  for (const { then } of hits) {
    for (const [name, value] of Object.entries(then.attributes ?? {})) {
      if (!set.has(name) && !settled.includes(`attributes.${name}`)) {
        set.set(name, value);
      }
    }
  }
  return set;
}

type Writable<T> = { -readonly [Key in keyof T]: T[Key] };
