import { type Held, TENANT_LONG } from "./held.ts";

/** What is kept of receipts; the files themselves stand in the file storage. */
export const HELD_OF_RECEIPTS: Readonly<Record<string, Held>> = {
  receipts: {
    of: "people whom a file shows or its name names",
    personal: "file_name counterparty amount_minor currency occurred_at",
    plain:
      "tenant_id id version type claimed_type bytes sha256 source added_by created_at removed_at",
    kept: TENANT_LONG,
    erased:
      "the row and its file go with the last of its records; one that proves others too stays with these",
  },
  receipt_records: {
    of: null,
    personal: "",
    plain: "tenant_id record_id receipt_id",
    kept: "as long as the receipt",
    erased: "the record's rows go",
  },
};
