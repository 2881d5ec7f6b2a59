import type { CategoryId } from "../kernel/ids.ts";
import type { Json, JsonObject } from "../kernel/json.ts";
import type { Money } from "../kernel/money.ts";
import type { Instant } from "../kernel/instant.ts";
import type { Attributes, CompanyRecord, SettledField } from "./record.ts";
import { tidy } from "./text.ts";

/** What a person says of a record; what is absent stays. Attributes are merged by name. */
export interface Correction {
  readonly categoryId?: CategoryId;
  readonly description?: string;
  readonly counterparty?: string | null;
  readonly amount?: Money | null;
  readonly occurredAt?: Instant | null;
  readonly attributes?: Attributes;
}

/** The record with corrected content, and the changed fields before and after (public names). */
export interface CorrectedContent {
  readonly record: CompanyRecord;
  readonly before: JsonObject;
  readonly after: JsonObject;
}

/** Applies all but the category. Every field named counts as settled by a person, changed or not. */
export function correctedContent(
  record: CompanyRecord,
  correction: Correction,
): CorrectedContent {
  const { categoryId: _, attributes = {}, ...given } = correction;
  const content = {
    ...given,
    ...given.description !== undefined && {
      description: tidy(given.description),
    },
    ...typeof given.counterparty === "string" && {
      counterparty: tidy(given.counterparty) || null,
    },
  };
  const fields: SettledField[] = [
    ...Object.keys(content) as (keyof typeof content)[],
    ...Object.keys(attributes).map((name) => `attributes.${name}` as const),
  ];
  const next: CompanyRecord = {
    ...record,
    ...content,
    attributes: { ...record.attributes, ...attributes },
    settledByPerson: [...new Set([...record.settledByPerson, ...fields])],
  };
  const changed = publicFields(next, fields);
  return { record: next, before: publicFields(record, fields), after: changed };
}

const PUBLIC_NAMES: Readonly<Record<string, string>> = {
  occurredAt: "occurred_at",
};

/** Those fields of a record under their public names. */
export function publicFields(
  record: CompanyRecord,
  fields: readonly SettledField[],
): JsonObject {
  return Object.fromEntries(fields.map((field) => {
    const value: unknown = field.startsWith("attributes.")
      ? record.attributes[field.slice("attributes.".length)]
      : record[field as keyof CompanyRecord];
    return [PUBLIC_NAMES[field] ?? field, (value ?? null) as Json];
  }));
}
