import { withoutRuleFields } from "../../processing/rule_fields.ts";
import type { Instant } from "../../kernel/instant.ts";
import { isRepeat } from "../erased.ts";
import type {
  CompanyRecord,
  Difference,
  RecordContent,
  SettledField,
} from "../record.ts";
import { counterpartyAlike } from "./counterparty_alike.ts";

/**
 * How far the dates of two versions may lie apart. A card payment is booked within five banking days, and a weekend
 * makes up to seven of them; but what is paid weekly comes again after seven, and must never pass for the one before.
 */
export const DAYS_APART_MAX = 6;

const DAY_MS = 86_400_000;

/** What a later version is to a record: nothing new, the same transaction told anew, or one that seems to be another. */
export type Judgement =
  | { readonly kind: "same" }
  | { readonly kind: "revises" }
  | { readonly kind: "differs"; readonly differences: readonly Difference[] };

/** Judges by what the source said before: what rules set is left out, and so is a date or a name that a person settled. */
export function judgeRevision(
  record: CompanyRecord,
  version: RecordContent & { readonly fingerprint: string },
): Judgement {
  if (isRepeat(record, version)) return { kind: "same" };
  const differences = differencesOf(asReceived(record), version);
  return differences.length === 0
    ? { kind: "revises" }
    : { kind: "differs", differences };
}

/** The identity fields in which two versions do not agree. */
export function differencesOf(
  before: RecordContent & { readonly settledByPerson: readonly SettledField[] },
  after: RecordContent,
): readonly Difference[] {
  const isFree = (field: SettledField) =>
    !before.settledByPerson.includes(field);
  return [
    ...amounts(before, after),
    ...isFree("occurredAt") ? dates(before.occurredAt, after.occurredAt) : [],
    ...isFree("counterparty") &&
        !counterpartyAlike(before.counterparty, after.counterparty)
      ? [{ field: "counterparty", detail: "is another name" } as const]
      : [],
  ];
}

/** The record with what its source said where rules set something since. */
export function asReceived(record: CompanyRecord): CompanyRecord {
  return record.status === "ingested" ? record : withoutRuleFields(record);
}

function amounts(
  { amount: before }: RecordContent,
  { amount: after }: RecordContent,
): readonly Difference[] {
  if (before === null && after === null) return [];
  if (before === null) {
    return [{ field: "amount", detail: "was not told before" }];
  }
  if (after === null) {
    return [{ field: "amount", detail: "is not told any more" }];
  }
  if (before.currency !== after.currency) {
    return [{ field: "currency", detail: "is another one" }];
  }
  const [one, other] = [BigInt(before.minor), BigInt(after.minor)];
  if (one === other) return [];
  return one * other < 0n
    ? [{ field: "amount", detail: "goes the other way" }]
    : [{ field: "amount", detail: "is another one" }];
}

function dates(
  before: Instant | null,
  after: Instant | null,
): readonly Difference[] {
  if (before === null || after === null) return [];
  const apart = Math.abs(Date.parse(after) - Date.parse(before)) / DAY_MS;
  return apart <= DAYS_APART_MAX ? [] : [{
    field: "occurred_at",
    detail: `is more than ${DAYS_APART_MAX} days apart`,
  }];
}
