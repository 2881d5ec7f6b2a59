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
/** Stakes are multiples of it: sums of them are exact, in whatever order they are summed, up to 2^33. */
const STAKE_UNIT = 2 ** -20;
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

/**
 * What is at stake with one item: `doubt`² × log2(2 + |amount| in major units), to a millionth; no amount counts as 0.
 * Doubt is squared for its order to outweigh that of the amounts: measured by `deno task bench review`
 * (docs/benchmarks.md).
 */
export function stakeOf(doubt: number, amount: Money | null): number {
  const major = amount === null ? 0 : Math.abs(Number(amount.minor)) /
    10 ** (minorDigits(amount.currency) ?? 2);
  const stake = doubt ** 2 * Math.log2(AMOUNT_BASE + major);
  return Math.round(stake / STAKE_UNIT) * STAKE_UNIT;
}

/** A stake that moves by a smaller part hardly moves its item. */
const STAKE_MOVES = 0.05;

/** Whether a stake is so much another that what waits should be moved by it. */
export function isOtherStake(before: number, now: number): boolean {
  return Math.abs(now - before) > STAKE_MOVES * Math.max(before, now);
}

/** Where an item stands in an order; the last one shown is where the next page goes on. */
export interface Place {
  readonly id: ApprovalId;
  readonly overdue: boolean;
  /** From 1 on, within its group. */
  readonly rank: number;
  /** What is at stake with its whole group, for each answer that the group had or is about to have. */
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

/** An item that waits, with what decides when a person is asked about it. */
export interface ToPlace extends Pick<Approval, "id" | "alikeKey" | "stake"> {
  readonly overdue: boolean;
  /** How many of the same key people have decided already, whatever they said. */
  readonly answered: number;
}

/**
 * The order in which an answer is worth most: those past due first; then one of each group before any group's second;
 * then groups by
 *
 *     priority = Σ stake of those alike that wait / (1 + how many of them were answered)
 *
 * then by id. One answer teaches for all that are alike, and a second one less. Who of a group comes first is drawn, by
 * the ids read from behind, where they are random: the largest or the oldest of a group is often not like the rest, and
 * what it taught was wrong for hundreds (measured). All of it is arithmetic on columns, so that SQL does the same over
 * many.
 */
export function placedInOrder(waiting: readonly ToPlace[]): readonly Placed[] {
  const groups = Map.groupBy(waiting, ({ id, alikeKey }) => alikeKey ?? id);
  return [...groups.values()].flatMap(placedGroup).sort(byPlace);
}

/** Which of two items people are asked about first. */
export function byPlace(a: Place, b: Place): number {
  return Number(b.overdue) - Number(a.overdue) || a.rank - b.rank ||
    b.priority - a.priority || byText(a.id, b.id);
}

/** Which of two items of a group comes first. */
export function byLot(
  a: Pick<Approval, "id">,
  b: Pick<Approval, "id">,
): number {
  return byText(lotOf(a.id), lotOf(b.id));
}

function placedGroup(group: readonly ToPlace[]): readonly Placed[] {
  const sum = group.reduce((total, { stake }) => total + stake, 0);
  return group.toSorted(byLot).map(({ id, overdue, answered }, i) => ({
    id,
    overdue,
    alike: group.length,
    rank: i + 1,
    priority: sum / (1 + answered),
  }));
}

function lotOf(id: ApprovalId): string {
  return [...id].reverse().join("");
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
