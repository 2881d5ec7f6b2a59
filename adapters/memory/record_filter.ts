import type { CompanyRecord } from "../../src/records/record.ts";
import { fold } from "../../src/records/text.ts";
import {
  type RecordFilter,
  sampledEndings,
  soughtWords,
} from "../../src/records/record_filter.ts";

/** Whether every given part of `filter` holds. Instants compare as text: they are all UTC milliseconds. */
export function recordMatches(
  record: CompanyRecord,
  filter: RecordFilter,
): boolean {
  const { status, outcome, categoryId, connectionId, text, from, to } = filter;
  const { samplePercent } = filter;
  const { occurredAt } = record;
  return (status === undefined || record.status === status) &&
    (outcome === undefined || record.outcome === outcome) &&
    (categoryId === undefined || record.categoryId === categoryId) &&
    (connectionId === undefined || record.connectionId === connectionId) &&
    (from === undefined || (occurredAt !== null && occurredAt >= from)) &&
    (to === undefined || (occurredAt !== null && occurredAt < to)) &&
    (text === undefined || says(record, soughtWords(text))) &&
    (samplePercent === undefined ||
      sampledEndings(samplePercent).includes(record.id.slice(-2)));
}

function says(
  { description, counterparty }: CompanyRecord,
  words: readonly string[],
): boolean {
  const texts = [description, counterparty ?? ""].map(fold);
  return words.every((word) => texts.some((one) => one.includes(word)));
}
