import { type Instant, plusMs } from "../kernel/instant.ts";
import type { Minor } from "../kernel/money.ts";
import {
  DAYS_AFTER_MAX,
  DAYS_BEFORE_MAX,
  TIP_PERCENT_MAX,
} from "./match_receipt.ts";
import type { ReceiptFacts } from "./receipt.ts";

/** Which records a receipt may be for: of these magnitudes of a currency, in this time; null: whatever they are. */
export interface CandidateSearch {
  readonly amount: {
    readonly currency: string;
    readonly least: Minor;
    readonly most: Minor;
  } | null;
  readonly time: { readonly from: Instant; readonly to: Instant } | null;
}

/** Candidates that are compared; of more the nearest in amount and time. */
export const CANDIDATES_MAX = 200;

const DAY_MS = 86_400_000;

/** What to look for; null where a receipt tells neither amount nor time, and any record might be it. */
export function candidateSearch(
  { amount, occurredAt }: ReceiptFacts,
): CandidateSearch | null {
  if (amount === null && occurredAt === null) return null;
  return {
    amount: amount && {
      currency: amount.currency,
      least: amount.minor,
      most: String(
        BigInt(amount.minor) * BigInt(100 + TIP_PERCENT_MAX) / 100n,
      ) as Minor,
    },
    time: occurredAt === null ? null : {
      from: plusMs(occurredAt, -(DAYS_BEFORE_MAX + 1) * DAY_MS),
      to: plusMs(occurredAt, (DAYS_AFTER_MAX + 1) * DAY_MS),
    },
  };
}
