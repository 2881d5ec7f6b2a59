import type { ApprovalReason } from "../../../../src/approvals/approval.ts";
import type { Evidence, Source } from "../../../../src/processing/trace.ts";
import type { RecordStatus } from "../../../../src/records/record.ts";
import type { Tone } from "./tag.tsx";

/** Where a category comes from. */
export const SOURCE_WORDS: Readonly<Record<Source, string>> = {
  rule: "a rule",
  similarity: "earlier approvals",
  model: "the language model",
  person: "a person",
};

/** Why a person is asked. An audit says what the others say: whoever knew would look closer. */
export const REASON_WORDS: Readonly<Record<ApprovalReason, string>> = {
  rule_asks: "A rule asks for a person to look at it.",
  nothing_alike: "Nothing like it was approved before.",
  not_sure_enough: "What is known does not make it sure enough.",
  model_failed: "The language model could not be asked.",
  model_undecided: "The language model found no category that fits.",
  audit: "What is known does not make it sure enough.",
};

/** A record's status, and what it means to whoever looks for trouble. */
export const STATUS_WORDS: Readonly<
  Record<RecordStatus, { readonly label: string; readonly tone: Tone }>
> = {
  ingested: { label: "Waiting to be processed", tone: "plain" },
  processed: { label: "Processed", tone: "note" },
  approved: { label: "Approved", tone: "good" },
  rejected: { label: "Rejected", tone: "warn" },
  failed: { label: "Failed", tone: "bad" },
};

/** What approved records have in common with a record, by cue (see `processing/cues.ts`). */
const MATCH_WORDS: Readonly<Record<string, string>> = {
  "text+context": "the same text and context",
  "words+size+context": "the same words, size of amount and context",
  "words+context": "the same words and context",
  "text": "the same text",
  "counterparty+context": "the same counterparty and context",
  "head+size+context": "the same first words, size of amount and context",
  "counterparty+amount": "the same counterparty and amount",
  "context": "the same context",
  "similar": "a similar text",
  "spelling": "a similar spelling",
};

/** In what two records are alike. */
export function matchWords(match: string): string {
  return MATCH_WORDS[match] ?? match;
}

/** What speaks for a category: `12 of 14 with the same words`. */
export function evidenceWords({ match, count, of }: Evidence): string {
  const words = matchWords(match);
  return of === 0 ? words : `${count} of ${of} approved with ${words}`;
}
