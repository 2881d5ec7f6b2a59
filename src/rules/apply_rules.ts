import type { CategoryId } from "../kernel/ids.ts";
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
  return { considered, ...whatIsSet(hits, new Set(record.settledByPerson)) };
}

function whatIsSet(
  hits: readonly Rule[],
  settled: ReadonlySet<string>,
): Omit<RulesOutcome, "considered"> {
  const categorised = settled.has("category_id")
    ? undefined
    : hits.find(({ then }) => then.category_id !== undefined);
  const reviewing = hits.find(({ then }) => then.review);
  const counterparty = settled.has("counterparty")
    ? undefined
    : hits.find(({ then }) => then.counterparty !== undefined)?.then
      .counterparty;
  const attributes = attributesSet(hits, settled);
  return {
    matched: (reviewing ?? categorised)?.id ?? null,
    hits: hits.map(({ id, version }) => ({ rule_id: id, version })),
    sets: fieldsSet({
      category_id: categorised?.then.category_id,
      counterparty,
      attributes: attributes.size > 0
        ? Object.fromEntries(attributes)
        : undefined,
      review: reviewing && true,
    }),
  };
}

function attributesSet(
  hits: readonly Rule[],
  settled: ReadonlySet<string>,
): ReadonlyMap<string, string> {
  const set = new Map<string, string>();
  for (const { then } of hits) {
    for (const [name, value] of Object.entries(then.attributes ?? {})) {
      if (!set.has(name) && !settled.has(`attributes.${name}`)) {
        set.set(name, value);
      }
    }
  }
  return set;
}

/** Leaves out what is not set: a trace is JSON, and JSON has no `undefined`. */
function fieldsSet(fields: {
  readonly category_id: CategoryId | undefined;
  readonly counterparty: string | undefined;
  readonly attributes: { readonly [name: string]: string } | undefined;
  readonly review: true | undefined;
}): FieldsSet {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined),
  );
}
