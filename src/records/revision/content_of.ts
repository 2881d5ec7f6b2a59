import type { RecordContent } from "../record.ts";

/** What a source says of a payment, and nothing else of what holds it. */
export function contentOf(
  { occurredAt, description, counterparty, amount, attributes }: RecordContent,
): RecordContent {
  return { occurredAt, description, counterparty, amount, attributes };
}
