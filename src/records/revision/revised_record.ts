import { withRuleFields } from "../../processing/rule_fields.ts";
import type { FieldsSet, Trace } from "../../processing/trace.ts";
import type { Attributes, CompanyRecord, SettledField } from "../record.ts";
import { asReceived } from "./judge_revision.ts";
import type { SourcedDraft } from "./sourced_draft.ts";

/** What a record takes of a later version, beside its id there. */
export type Version = Omit<SourcedDraft, "pending" | "supersedes" | "raw">;

/**
 * The record with a later version's content. The decision stays, and what rules set stays set; a field that a person
 * settled stays as it is, unless it is one of `overruled`.
 */
export function revisedRecord(
  record: CompanyRecord,
  version: Version,
  overruled: readonly SettledField[] = [],
): CompanyRecord {
  const before = asReceived(record);
  const isSettled = (field: SettledField) =>
    record.settledByPerson.includes(field) && !overruled.includes(field);
  const kept = <F extends "occurredAt" | "description" | "amount">(field: F) =>
    isSettled(field) ? before[field] : version[field];
  const settled = Object.entries(before.attributes)
    .filter(([name]) => isSettled(`attributes.${name}`));
  const next: CompanyRecord = {
    ...record,
    externalId: version.externalId,
    fingerprint: version.fingerprint,
    occurredAt: kept("occurredAt"),
    description: kept("description"),
    amount: kept("amount"),
    counterparty: isSettled("counterparty")
      ? record.counterparty
      : version.counterparty,
    attributes: { ...version.attributes, ...Object.fromEntries(settled) },
  };
  return record.status === "ingested" || record.trace === null
    ? next
    : withRulesKept(record, next, record.trace, isSettled);
}

/** The revised record as it is to be decided anew: without a decision, and without what rules set. */
export function revisedAnew(
  record: CompanyRecord,
  version: Version,
  overruled: readonly SettledField[] = [],
): CompanyRecord {
  return {
    ...revisedRecord(
      { ...asReceived(record), status: "ingested" },
      version,
      overruled,
    ),
    outcome: null,
    categoryId: null,
    source: null,
    confidence: null,
  };
}

/** Sets again what rules had set and nobody changed since; the trace learns what stands below it now. */
function withRulesKept(
  record: CompanyRecord,
  next: CompanyRecord,
  trace: Trace,
  isSettled: (field: SettledField) => boolean,
): CompanyRecord {
  const tried = trace.steps.find((step) => step.kind === "rules_tried");
  if (!tried) return next;
  const { sets } = tried;
  const stands: FieldsSet = {
    ...sets.counterparty !== undefined && !isSettled("counterparty") &&
      record.counterparty === sets.counterparty &&
      { counterparty: sets.counterparty },
    attributes: Object.fromEntries(
      Object.entries(sets.attributes ?? {}).filter(([name, value]) =>
        !isSettled(`attributes.${name}`) &&
        ownValue(record.attributes, name) === value
      ),
    ),
  };
  const { replaced } = withRuleFields(next, sets);
  return {
    ...withRuleFields(next, stands).record,
    trace: {
      ...trace,
      steps: trace.steps.map((step) =>
        step === tried ? { ...tried, replaced } : step
      ),
    },
  };
}

function ownValue(values: Attributes, name: string) {
  return Object.hasOwn(values, name) ? values[name] : undefined;
}
