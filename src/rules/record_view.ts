import type { CompanyRecord } from "../records/record.ts";
import { fold, tidy } from "../records/text.ts";
import type { AttributeField, TextField } from "./condition.ts";

/** What of a record rules look at. */
export type RuleSubject = Pick<
  CompanyRecord,
  | "description"
  | "counterparty"
  | "amount"
  | "occurredAt"
  | "connectionId"
  | "attributes"
>;

/** A text field ready to compare. */
export interface ViewedText {
  readonly folded: string;
  readonly tidied: string;
}

/** A record ready to compare: each part is prepared once, when first asked for. Null is absent. */
export interface RecordView {
  /** Null too for text that folds to nothing. */
  text(field: TextField | AttributeField): ViewedText | null;
  attribute(field: AttributeField): string | number | boolean | null;
  readonly amount:
    | { readonly minor: bigint; readonly currency: string }
    | null;
  /** Unix milliseconds. */
  readonly occurredMs: number | null;
}

export function viewRecord(record: RuleSubject): RecordView {
  const texts = new Map<string, ViewedText | null>();
  const { amount, occurredAt } = record;
  return {
    text(field) {
      const known = texts.get(field);
      if (known !== undefined) return known;
      const made = viewText(rawField(record, field));
      texts.set(field, made);
      return made;
    },
    attribute: (field) => attributeOf(record, field),
    amount: amount &&
      { minor: BigInt(amount.minor), currency: amount.currency },
    occurredMs: occurredAt && Date.parse(occurredAt),
  };
}

/** A text field or attribute as the record holds it; null where it holds none. */
export function rawField(
  record: RuleSubject,
  field: TextField | AttributeField,
): string | number | boolean | null {
  if (field === "description" || field === "counterparty") return record[field];
  if (field === "currency") return record.amount?.currency ?? null;
  return field === "connection"
    ? record.connectionId
    : attributeOf(record, field);
}

function attributeOf(record: RuleSubject, field: AttributeField) {
  const name = field.slice("attributes.".length);
  // Any name is allowed, also one that every object inherits.
  return Object.hasOwn(record.attributes, name)
    ? record.attributes[name] ?? null
    : null;
}

function viewText(raw: string | number | boolean | null): ViewedText | null {
  if (typeof raw !== "string") return null;
  const folded = fold(raw);
  return folded === "" ? null : { folded, tidied: tidy(raw) };
}
