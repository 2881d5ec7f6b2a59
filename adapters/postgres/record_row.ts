import type { Minor } from "../../src/kernel/money.ts";
import type { CompanyRecord } from "../../src/records/record.ts";
import { instantOf, instantOrNull } from "./columns.ts";
import type { Transaction } from "./connect.ts";

/** A row of `records` as read. */
export interface RecordRow extends
  Omit<
    CompanyRecord,
    "receivedAt" | "occurredAt" | "amount"
  > {
  readonly receivedAt: Date;
  readonly occurredAt: Date | null;
  /** A bigint, which comes back as text. */
  readonly amountMinor: Minor | null;
  readonly currency: string | null;
}

/** All that `recordOf` needs: everything but the payload. */
export function selectedColumns(sql: Transaction) {
  return sql`id, version, connection_id as "connectionId", external_id as "externalId",
    received_at as "receivedAt", fingerprint, occurred_at as "occurredAt", description, counterparty,
    amount_minor as "amountMinor", currency, attributes, status, outcome, category_id as "categoryId",
    source, confidence, settled_by_person as "settledByPerson", reasoning_trace as trace`;
}

/** The record that a row holds. */
export function recordOf(
  { receivedAt, occurredAt, amountMinor, currency, ...same }: RecordRow,
): CompanyRecord {
  return {
    ...same,
    receivedAt: instantOf(receivedAt),
    occurredAt: instantOrNull(occurredAt),
    amount: amountMinor === null || currency === null
      ? null
      : { minor: amountMinor, currency },
  };
}
