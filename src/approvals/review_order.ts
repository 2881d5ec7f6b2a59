import type { ApprovalId } from "../kernel/ids.ts";
import { minorDigits, type Money } from "../kernel/money.ts";

/** Added to the amount, so that no amount counts 1 and a large one does not count all. */
const AMOUNT_BASE = 2;

/** An item that waits, with what decides when a person is asked about it. */
export interface ToPlace {
  readonly id: ApprovalId;
  /** Equal for items alike: the same text (`textKey` of `cues.ts`) and the same suggestion. Null: like no other. */
  readonly alikeKey: string | null;
  /** As `stakeOf` tells. */
  readonly stake: number;
  /** How many of the same key people have decided already, whatever they said. */
  readonly answered: number;
}

/** An item at its place. */
export interface Placed {
  readonly id: ApprovalId;
  /** How many are alike and wait, itself counted. */
  readonly alike: number;
  /** From 1 on, within its group. */
  readonly rank: number;
  /** What is at stake with its whole group, for each answer that the group had or is about to have. */
  readonly priority: number;
}

/**
 * What is at stake with one item: `doubt`² × log2(2 + |amount| in major units). `doubt` is 1 − confidence, and 1 where
 * nothing is suggested; no amount counts as 0. Doubt is squared for its order to outweigh that of the amounts: measured
 * by `deno task bench review` (docs/benchmarks.md).
 */
export function stakeOf(doubt: number, amount: Money | null): number {
  const major = amount === null ? 0 : Math.abs(Number(amount.minor)) /
    10 ** (minorDigits(amount.currency) ?? 2);
  return doubt ** 2 * Math.log2(AMOUNT_BASE + major);
}

/**
 * The order in which an answer is worth most: one of each group before any group's second, groups by
 *
 *     priority = Σ stake of those alike that wait / (1 + how many of them were answered)
 *
 * then by id. One answer teaches for all that are alike, and a second one less. Who of a group comes first is drawn, by
 * the ids read from behind, where they are random: the largest or the oldest of a group is often not like the rest, and
 * what it taught was wrong for hundreds (measured). All of it is arithmetic on columns and window functions, so that SQL
 * does the same over many.
 */
export function placedInOrder(waiting: readonly ToPlace[]): readonly Placed[] {
  const groups = Map.groupBy(waiting, ({ id, alikeKey }) => alikeKey ?? id);
  return [...groups.values()].flatMap(placedGroup).sort(byPlace);
}

/** Which of two items people are asked about first. */
export function byPlace(a: Placed, b: Placed): number {
  return a.rank - b.rank || b.priority - a.priority || byText(a.id, b.id);
}

function placedGroup(group: readonly ToPlace[]): readonly Placed[] {
  const drawn = group
    .map((item) => ({ ...item, lot: [...item.id].reverse().join("") }))
    .sort((a, b) => byText(a.lot, b.lot));
  // In one order, whatever the order given: sums of fractions depend on it.
  const sum = drawn.reduce((total, { stake }) => total + stake, 0);
  return drawn.map(({ id, answered }, i) => ({
    id,
    alike: group.length,
    rank: i + 1,
    priority: sum / (1 + answered),
  }));
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
