import { type ApprovalId, isId } from "../kernel/ids.ts";
import { minorDigits, type Money } from "../kernel/money.ts";
import type { Approval, ApprovalReason } from "./approval.ts";

/** In what order people are asked. `uncertainty`: where an answer is worth most comes first. */
export const REVIEW_ORDERS = ["uncertainty", "oldest"] as const;
export type ReviewOrder = typeof REVIEW_ORDERS[number];

/** Nothing is suggested: as unsure as can be. */
const DOUBT_WITHOUT_SUGGESTION = 1;
/** A rule asks although something is suggested: how sure that is was not looked at, so neither end is assumed. */
const DOUBT_WHERE_RULE_ASKS = 0.5;
/** Added to the amount, so that no amount counts 1 and a large one does not count all. */
const AMOUNT_BASE = 2;

/** How unsure a suggestion is, 0 to 1, as it is shown. */
export function doubtOf(
  { because, suggestion, confidence }: {
    readonly because: ApprovalReason;
    readonly suggestion: unknown;
    readonly confidence: number;
  },
): number {
  if (suggestion === null) return DOUBT_WITHOUT_SUGGESTION;
  return because === "rule_asks" ? DOUBT_WHERE_RULE_ASKS : 1 - confidence;
}

/** What is at stake with one item: `doubt` × log2(2 + |amount| in major units); no amount counts as 0. */
export function stakeOf(doubt: number, amount: Money | null): number {
  const major = amount === null ? 0 : Math.abs(Number(amount.minor)) /
    10 ** (minorDigits(amount.currency) ?? 2);
  return doubt * Math.log2(AMOUNT_BASE + major);
}

/** Where an item stands in an order; the last one shown is where the next page goes on. */
export interface Place {
  readonly id: ApprovalId;
  readonly overdue: boolean;
  /** 1 for the one of its group with most at stake. */
  readonly rank: number;
  /** Its stake × how many are alike: one answer teaches for them all. */
  readonly priority: number;
}

/** An item that waits, at its place. */
export interface Placed extends Place {
  /** How many are alike, itself counted. */
  readonly alike: number;
}

/** A place as a text that callers pass on without reading it; null for a text that is none. */
export function placeIn(text: string): Place | null {
  const [overdue, rank, priority, id] = text.split(" ");
  if (id === undefined || !isId("apr", id)) return null;
  if (!/^[01]$/.test(overdue!) || !/^\d{1,9}$/.test(rank!)) return null;
  const number = Number(priority);
  if (priority === "" || !Number.isFinite(number)) return null;
  return { id, overdue: overdue === "1", rank: Number(rank), priority: number };
}

/** The text of a place. */
export function placeText({ id, overdue, rank, priority }: Place): string {
  return `${overdue ? 1 : 0} ${rank} ${priority} ${id}`;
}

/**
 * Items that wait, in the order `uncertainty`: those past due first; then each group's best before any group's second,
 * since a second answer of one kind teaches less; then by priority; then by id.
 */
export function placedInOrder(
  waiting: readonly (Pick<Approval, "id" | "alikeKey" | "stake"> & {
    readonly overdue: boolean;
  })[],
): readonly Placed[] {
  const groups = Map.groupBy(waiting, ({ id, alikeKey }) => alikeKey ?? id);
  return [...groups.values()].flatMap((group) =>
    group
      .toSorted((a, b) => b.stake - a.stake || byId(a, b))
      .map(({ id, overdue, stake }, i): Placed => ({
        id,
        overdue,
        rank: i + 1,
        alike: group.length,
        priority: stake * group.length,
      }))
  ).sort(byPlace);
}

/** Which of two items people are asked about first. */
export function byPlace(
  a: Place,
  b: Place,
): number {
  return Number(b.overdue) - Number(a.overdue) || a.rank - b.rank ||
    b.priority - a.priority || byId(a, b);
}

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
