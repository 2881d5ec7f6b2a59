import type { RecordId } from "../kernel/ids.ts";
import type { Instant } from "../kernel/instant.ts";
import type { Money } from "../kernel/money.ts";
import { counterpartyAlike } from "../records/revision/counterparty_alike.ts";
import type { ReceiptFacts } from "./receipt.ts";

/** A record that a receipt may be for. */
export interface ReceiptCandidate {
  readonly recordId: RecordId;
  readonly amount: Money | null;
  readonly occurredAt: Instant | null;
  readonly description: string;
  readonly counterparty: string | null;
  /** How many receipts it has already. */
  readonly receipts: number;
}

/** What speaks for a record, or against it, and how much. */
export interface MatchReason {
  readonly part: "amount" | "date" | "counterparty" | "direction" | "receipts";
  readonly verdict:
    | "equal"
    | "more"
    | "near"
    | "alike"
    | "other"
    | "came_in"
    | "has_one";
  readonly points: number;
}

/** A record that a receipt may be for, and why. A person says whether it is. */
export interface ReceiptProposal {
  readonly recordId: RecordId;
  /** 0 to 1. */
  readonly score: number;
  /** Another one is as good, or nearly. */
  readonly ambiguous: boolean;
  readonly reasons: readonly MatchReason[];
}

/** What may be added to what a receipt says, as a tip is: a quarter. */
export const TIP_PERCENT_MAX = 25;
/** A till's clock and a bank's day may be this far apart. */
export const DAYS_BEFORE_MAX = 3;
/** An invoice is paid within sixty days (Directive 2011/7/EU, article 3 (5)); a card is charged within a few. */
export const DAYS_AFTER_MAX = 60;

const PROPOSALS_MAX = 10;
/** Less than this says nothing: the date alone would propose all of a month. */
const SCORE_MIN = 0.3;
/** Nearer than this two proposals cannot be told apart. */
const NEAR = 0.05;
const DAY_MS = 86_400_000;

const POINTS = {
  amountEqual: 0.6,
  amountMore: 0.35,
  date: 0.25,
  counterparty: 0.15,
  otherCounterparty: -0.15,
  cameIn: -0.2,
  hasOne: -0.2,
} as const;

/**
 * The records that a receipt may be for, the likeliest first, at most ten. The amount weighs most, then the day, then
 * the name. Another currency is never proposed, nor another amount than the receipt's with up to a quarter more.
 */
export function matchReceipt(
  facts: ReceiptFacts,
  candidates: readonly ReceiptCandidate[],
): readonly ReceiptProposal[] {
  const scored = candidates.flatMap((candidate) => {
    const reasons = reasonsFor(facts, candidate);
    if (reasons === null) return [];
    const sum = reasons.reduce((total, { points }) => total + points, 0);
    const score = Math.round(Math.min(1, Math.max(0, sum)) * 100) / 100;
    return score < SCORE_MIN
      ? []
      : [{ recordId: candidate.recordId, score, reasons }];
  }).sort((a, b) => b.score - a.score || (a.recordId < b.recordId ? -1 : 1));
  return scored.slice(0, PROPOSALS_MAX).map((one, i) => ({
    ...one,
    ambiguous: [scored[i - 1], scored[i + 1]].some((other) =>
      other !== undefined && Math.abs(other.score - one.score) < NEAR
    ),
  }));
}

/** Null: it cannot be for that record. */
function reasonsFor(
  facts: ReceiptFacts,
  candidate: ReceiptCandidate,
): readonly MatchReason[] | null {
  const amount = ofAmount(facts.amount, candidate.amount);
  const date = ofDate(facts.occurredAt, candidate.occurredAt);
  if (amount === null || date === null) return null;
  const cameIn = candidate.amount !== null &&
    BigInt(candidate.amount.minor) > 0n;
  return [
    ...amount,
    ...date,
    ...ofCounterparty(facts.counterparty, candidate),
    ...cameIn ? [reason("direction", "came_in", POINTS.cameIn)] : [],
    ...candidate.receipts > 0
      ? [reason("receipts", "has_one", POINTS.hasOne)]
      : [],
  ];
}

function ofAmount(
  told: Money | null,
  booked: Money | null,
): readonly MatchReason[] | null {
  if (told === null) return [];
  if (booked === null || booked.currency !== told.currency) return null;
  const [want, is] = [magnitude(told), magnitude(booked)];
  if (is === want) return [reason("amount", "equal", POINTS.amountEqual)];
  return is > want && is * 100n <= want * BigInt(100 + TIP_PERCENT_MAX)
    ? [reason("amount", "more", POINTS.amountMore)]
    : null;
}

function ofDate(
  told: Instant | null,
  booked: Instant | null,
): readonly MatchReason[] | null {
  if (told === null || booked === null) return [];
  const days = Math.round((dayOf(booked) - dayOf(told)) / DAY_MS);
  if (days < -DAYS_BEFORE_MAX || days > DAYS_AFTER_MAX) return null;
  const far = days < 0 ? -days / (DAYS_BEFORE_MAX + 1) : days / DAYS_AFTER_MAX;
  const points = POINTS.date * (1 - far);
  return [reason("date", days === 0 ? "equal" : "near", points)];
}

function ofCounterparty(
  told: string | null,
  { counterparty, description }: ReceiptCandidate,
): readonly MatchReason[] {
  if (told === null) return [];
  const isAlike = [counterparty, description].some((name) =>
    name !== null && name !== "" && counterpartyAlike(told, name)
  );
  return [
    isAlike
      ? reason("counterparty", "alike", POINTS.counterparty)
      : reason("counterparty", "other", POINTS.otherCounterparty),
  ];
}

function reason(
  part: MatchReason["part"],
  verdict: MatchReason["verdict"],
  points: number,
): MatchReason {
  return { part, verdict, points: Math.round(points * 100) / 100 };
}

function magnitude({ minor }: Money): bigint {
  const value = BigInt(minor);
  return value < 0n ? -value : value;
}

function dayOf(instant: Instant): number {
  return Math.floor(Date.parse(instant) / DAY_MS) * DAY_MS;
}
