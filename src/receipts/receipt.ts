import { failures } from "../kernel/failure.ts";
import { type FileKey, fileKey } from "../kernel/file_key.ts";
import type { ReceiptId, RecordId, TenantId } from "../kernel/ids.ts";
import type { Instant } from "../kernel/instant.ts";
import type { Money } from "../kernel/money.ts";
import type { ReceiptType } from "./sniff.ts";

/** How its bytes came. */
export const RECEIPT_SOURCES = ["upload", "url", "link"] as const;
export type ReceiptSource = typeof RECEIPT_SOURCES[number];

/** What a person or a program read off a receipt; nothing here reads pictures. */
export interface ReceiptFacts {
  /** What was paid, never negative. */
  readonly amount: Money | null;
  readonly occurredAt: Instant | null;
  readonly counterparty: string | null;
}

/** A file that proves one record or several; its bytes stand in the file storage. */
export interface Receipt extends ReceiptFacts {
  readonly id: ReceiptId;
  readonly version: number;
  readonly fileName: string;
  /** What its bytes say that it is. */
  readonly type: ReceiptType;
  /** What its sender said that it is; null where nothing was said. */
  readonly claimedType: string | null;
  readonly bytes: number;
  /** Lower-case hex; no two receipts of a tenant have the same. */
  readonly sha256: string;
  readonly source: ReceiptSource;
  /** Whose hand or key it came by. */
  readonly addedBy: string;
  readonly createdAt: Instant;
  /** On its way out since then: for nobody to see any more, and its file goes first. */
  readonly removedAt: Instant | null;
  /** The records that it proves, ascending. */
  readonly recordIds: readonly RecordId[];
}

/** `waiting` for a record, or `attached` to one at least. */
export const RECEIPT_STATUSES = ["waiting", "attached"] as const;
export type ReceiptStatus = typeof RECEIPT_STATUSES[number];

export function statusOfReceipt(
  { recordIds }: Pick<Receipt, "recordIds">,
): ReceiptStatus {
  return recordIds.length > 0 ? "attached" : "waiting";
}

/** Bytes of the largest receipt, unless the service is told otherwise: a phone's photograph, or a long scan. */
export const RECEIPT_BYTES_MAX = 10_000_000;

/** Records that one receipt proves at most. */
export const RECORDS_PER_RECEIPT_MAX = 100;

/** How long a link hands a receipt out. */
export const LINK_MS = 300_000;

/** How long an upload link takes bytes. */
export const UPLOAD_LINK_MS = 900_000;

/** Where a receipt's bytes are kept. */
export function receiptKey(tenantId: TenantId, id: ReceiptId): FileKey {
  return fileKey(tenantId, "receipts", id);
}

export const receiptFailures = failures("receipt", {
  missing: { category: "missing", title: "No such receipt" },
  empty: { category: "invalid", title: "The file is empty" },
  type_refused: {
    category: "invalid",
    title: "The file is none of the types that a receipt may be",
  },
  record_missing: {
    category: "invalid",
    title: "A record that the receipt is for is not there",
  },
  too_many_records: {
    category: "invalid",
    title: "The receipt would be for too many records",
  },
  stale: {
    category: "conflict",
    title: "The receipt was changed in the meantime",
  },
  no_links: {
    category: "conflict",
    title: "This service signs no links; it needs a session key",
  },
  link_gone: {
    category: "missing",
    title: "This link leads nowhere, or no longer",
  },
  no_upload_links: {
    category: "conflict",
    title: "Files are kept by this service itself; send the bytes to it",
  },
  upload_missing: {
    category: "missing",
    title: "Nothing was uploaded there, or it was completed before",
  },
  url_answered: {
    category: "invalid",
    title: "The address did not answer with a file",
  },
});
