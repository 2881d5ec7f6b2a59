import { readWhole } from "../../kernel/money.ts";
import type { CompanyRecord } from "../../records/record.ts";
import { fold, tidy } from "../../records/text.ts";
import type {
  AttributeField,
  Field,
  TextField,
} from "../conditions/condition.ts";

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

/** An amount ready to compare: a number while exact, else a `bigint`. */
export interface ViewedAmount {
  readonly minor: number | bigint;
  readonly currency: string;
}

/** A record ready to compare: each part is prepared once, when first asked for. Null is absent. */
export interface RecordView {
  /** Null too for text that folds to nothing. */
  text(field: TextField | AttributeField): ViewedText | null;
  attribute(field: AttributeField): string | number | boolean | null;
  readonly amount: ViewedAmount | null;
  /** Unix milliseconds. */
  readonly occurredMs: number | null;
  isEmpty(field: Field): boolean;
}

export function viewRecord(record: RuleSubject): RecordView {
  return new View(record);
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

// Undefined is not yet asked for. A class, since closures of each record cost more than what most rules ask.
class View implements RecordView {
  private description: ViewedText | null | undefined;
  private counterparty: ViewedText | null | undefined;
  private others: Map<string, ViewedText | null> | undefined;
  private knownAmount: ViewedAmount | null | undefined;
  private knownMs: number | null | undefined;

  constructor(private readonly record: RuleSubject) {}

  text(field: TextField | AttributeField): ViewedText | null {
    if (field === "description") {
      return this.description ??= viewText(this.record.description);
    }
    if (field === "counterparty") {
      if (this.record.counterparty === null) return null;
      return this.counterparty ??= viewText(this.record.counterparty);
    }
    this.others ??= new Map();
    let text = this.others.get(field);
    if (text === undefined) {
      text = viewText(rawField(this.record, field));
      this.others.set(field, text);
    }
    return text;
  }

  attribute(field: AttributeField): string | number | boolean | null {
    return attributeOf(this.record, field);
  }

  get amount(): ViewedAmount | null {
    if (this.knownAmount === undefined) {
      const { amount } = this.record;
      this.knownAmount = amount &&
        { minor: readWhole(amount.minor), currency: amount.currency };
    }
    return this.knownAmount;
  }

  get occurredMs(): number | null {
    if (this.knownMs === undefined) {
      const { occurredAt } = this.record;
      this.knownMs = occurredAt && Date.parse(occurredAt);
    }
    return this.knownMs;
  }

  isEmpty(field: Field): boolean {
    switch (field) {
      case "date":
        return this.record.occurredAt === null;
      case "amount":
      case "magnitude":
      case "direction":
        return this.record.amount === null;
      case "description":
      case "counterparty":
      case "currency":
      case "connection":
        return this.text(field) === null;
      default: {
        const value = this.attribute(field);
        return typeof value === "string"
          ? this.text(field) === null
          : value === null;
      }
    }
  }
}

class FoldedText implements ViewedText {
  private known: string | undefined;

  constructor(private readonly raw: string, readonly folded: string) {}

  get tidied(): string {
    return this.known ??= tidy(this.raw);
  }
}

function viewText(raw: string | number | boolean | null): ViewedText | null {
  if (typeof raw !== "string") return null;
  const folded = fold(raw);
  return folded === "" ? null : new FoldedText(raw, folded);
}
