import type { Attributes, CompanyRecord } from "../records/record.ts";
import type { FieldsReplaced, FieldsSet } from "./trace.ts";

/** The record with the fields that rules set, and what stood there before. The category comes with the conclusion. */
export function withRuleFields(
  record: CompanyRecord,
  { counterparty, attributes = {} }: FieldsSet,
): { readonly record: CompanyRecord; readonly replaced: FieldsReplaced } {
  const names = Object.keys(attributes);
  const nulls = names
    .filter((name) => ownValue(record.attributes, name) === null);
  return {
    record: {
      ...record,
      counterparty: counterparty ?? record.counterparty,
      attributes: { ...record.attributes, ...attributes },
    },
    replaced: {
      ...counterparty !== undefined && { counterparty: record.counterparty },
      ...names.length > 0 && {
        attributes: Object.fromEntries(
          names.map((
            name,
          ) => [name, ownValue(record.attributes, name) ?? null]),
        ),
      },
      ...nulls.length > 0 && { nulls },
    },
  };
}

/**
 * The record as it was before its rules set fields, so that rules see what was received when it is processed again.
 * A field that changed since, or that a person settled, stays.
 */
export function withoutRuleFields(record: CompanyRecord): CompanyRecord {
  const tried = record.trace?.steps.find((step) => step.kind === "rules_tried");
  if (!tried) return record;
  const { sets, replaced } = tried;
  const isFree = (field: CompanyRecord["settledByPerson"][number]) =>
    !record.settledByPerson.includes(field);
  const restoresParty = replaced.counterparty !== undefined &&
    isFree("counterparty") && record.counterparty === sets.counterparty;
  const attributes: Record<string, Attributes[string]> = {
    ...record.attributes,
  };
  for (const [name, before] of Object.entries(replaced.attributes ?? {})) {
    const isAsSet = ownValue(attributes, name) ===
      ownValue(sets.attributes ?? {}, name);
    if (!isFree(`attributes.${name}`) || !isAsSet) continue;
    if (before === null && !replaced.nulls?.includes(name)) {
      delete attributes[name];
    } else attributes[name] = before;
  }
  return {
    ...record,
    counterparty: restoresParty
      ? replaced.counterparty ?? null
      : record.counterparty,
    attributes,
  };
}

/** Any name is allowed, also one that every object inherits. */
function ownValue<T>(
  values: { readonly [name: string]: T },
  name: string,
): T | undefined {
  return Object.hasOwn(values, name) ? values[name] : undefined;
}
