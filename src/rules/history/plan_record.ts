import type { RuleId } from "../../kernel/ids.ts";
import type { Json } from "../../kernel/json.ts";
import { withoutRuleFields } from "../../processing/rule_fields.ts";
import { isErased } from "../../records/erased.ts";
import type { CompanyRecord } from "../../records/record.ts";
import { type Evaluation, fieldsOf, fieldsSetOf } from "../evaluate_rules.ts";
import {
  type Becomes,
  type FieldChange,
  inFieldOrder,
  type PlannedField,
  type RulePlan,
} from "./plan.ts";

type Fields = Map<PlannedField, string | true>;

/**
 * What `evaluation` makes of a stored record in the fields that `concerns` names (all, where left out), the others
 * staying as they are; null where nothing changes. What waits, failed, was rejected or erased is left alone, and so is every
 * field that a person settled.
 */
export function planRecord(
  record: CompanyRecord,
  evaluation: Evaluation,
  concerns: (field: PlannedField) => boolean = () => true,
): RulePlan | null {
  if (!isSorted(record)) return null;
  const before = setByRules(record);
  const after: Fields = new Map(
    [...before].filter(([field]) => !concerns(field)),
  );
  for (const [field, { value }] of evaluation.wins) {
    if (concerns(field)) after.set(field, value);
  }
  const becomes = becomesOf(record, before, after);
  const decision = decisionChanges(record, becomes, after);
  // Whatever decided it before goes on deciding it.
  if (decision.length === 0) keepDecision(before, after);
  const changes = [...decision, ...contentChanges(record, before, after)]
    .map((change) => withRule(change, evaluation));
  if (changes.length === 0) return null;
  return {
    recordId: record.id,
    recordVersion: record.version,
    becomes: decision.length === 0 ? "kept" : becomes,
    changes: changes.sort((a, b) => inFieldOrder(a.field, b.field)),
    sets: fieldsSetOf(after),
    tried: evaluation,
    matched: decision.length === 0
      ? rulesTried(record)?.matched ?? null
      : deciderOf(evaluation, after),
  };
}

/** Whether rules can be applied to it: it was processed, and neither rejected nor erased. */
export function isSorted(record: CompanyRecord): boolean {
  const { status } = record;
  return (status === "processed" || status === "approved") && !isErased(record);
}

function keepDecision(before: Fields, after: Fields): void {
  for (const field of ["category_id", "review"] as const) {
    const value = before.get(field);
    if (value === undefined) after.delete(field);
    else after.set(field, value);
  }
}

/** What rules set on the record and nobody changed since, by field. */
export function setByRules(record: CompanyRecord): Fields {
  const settled = new Set<string>(record.settledByPerson);
  const stands = ([field, value]: readonly [PlannedField, string | true]) =>
    !settled.has(field) &&
    (field === "category_id" || field === "review" ||
      contentOf(record, field) === value);
  return new Map(fieldsOf(rulesTried(record)?.sets ?? {}).filter(stands));
}

/** The value of a field that is no part of the decision; null where there is none. */
export function contentOf(
  { counterparty, attributes }: Pick<
    CompanyRecord,
    "counterparty" | "attributes"
  >,
  field: PlannedField,
): Json {
  if (field === "counterparty") return counterparty;
  const name = field.slice("attributes.".length);
  return Object.hasOwn(attributes, name) ? attributes[name] ?? null : null;
}

function becomesOf(
  { settledByPerson }: CompanyRecord,
  before: Fields,
  after: Fields,
): Becomes {
  if (settledByPerson.includes("category_id")) return "kept";
  if (after.has("review")) return "review";
  if (after.has("category_id")) return "settled";
  return before.has("review") || before.has("category_id")
    ? "undecided"
    : "kept";
}

type Change = Pick<FieldChange, "field" | "before" | "after">;

function decisionChanges(
  { categoryId, outcome, trace }: CompanyRecord,
  becomes: Becomes,
  after: Fields,
): readonly Change[] {
  if (becomes === "kept") return [];
  const category = becomes === "settled"
    ? after.get("category_id") as string
    : null;
  const asked = trace?.conclusion.kind === "needs_review" &&
    trace.conclusion.because === "rule_asks";
  const waits = outcome === "needs_review";
  const changes: Change[] = [];
  if (categoryId !== category) {
    changes.push({ field: "category_id", before: categoryId, after: category });
  }
  // Whoever waits for a person already goes on waiting, whatever the reason.
  if (becomes === "review" ? !waits : asked) {
    const review = becomes === "review";
    changes.push({ field: "review", before: !review, after: review });
  }
  return changes;
}

function contentChanges(
  record: CompanyRecord,
  before: Fields,
  after: Fields,
): readonly Change[] {
  const received = withoutRuleFields(record);
  const fields = new Set([...before.keys(), ...after.keys()]);
  fields.delete("category_id");
  fields.delete("review");
  return [...fields].map((field) => ({
    field,
    before: contentOf(record, field),
    after: after.get(field) ?? contentOf(received, field),
  })).filter((change) => change.before !== change.after);
}

function withRule(change: Change, { wins }: Evaluation): FieldChange {
  // A category goes where a rule asks for review.
  const by = change.field === "category_id" && change.after === null
    ? "review"
    : change.field;
  const win = change.after === false ? undefined : wins.get(by);
  return {
    ...change,
    rule_id: win?.rule.id ?? null,
    rule_version: win?.rule.version ?? null,
  };
}

function deciderOf({ wins }: Evaluation, after: Fields): RuleId | null {
  const field = after.has("review") ? "review" : "category_id";
  return wins.get(field)?.rule.id ?? null;
}

/** The step of the rules in a record's trace. */
export function rulesTried({ trace }: CompanyRecord) {
  return trace?.steps.find((step) => step.kind === "rules_tried");
}
