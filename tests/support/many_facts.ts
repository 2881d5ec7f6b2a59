import type { Fact } from "../../src/events/fact.ts";
import type { RecordId } from "../../src/kernel/ids.ts";
import { countingIds } from "./counting_ids.ts";

export const ids = countingIds();
export const TENANT = ids.next("ten");
export const POOL = Array.from({ length: 1200 }, () => ids.next("rec"));
export const CONNECTION = ids.next("con");
export const CATEGORY = ids.next("cat");

export const ingested = (record_id: RecordId): Fact => ({
  type: "INGESTED",
  payload: { record_id, connection_id: CONNECTION, external_id: "1" },
});
export const approved = (record_id: RecordId): Fact => ({
  type: "TX_APPROVED",
  payload: {
    record_id,
    approval_id: "apr_1",
    category_id: CATEGORY,
  },
});
export const processed = (record_id: RecordId): Fact => ({
  type: "PROCESSED",
  payload: {
    record_id,
    outcome: "auto",
    category_id: CATEGORY,
    source: "rule",
    confidence: 1,
  },
});
