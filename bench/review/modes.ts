import { placedInOrder, stakeOf } from "../../src/approvals/review_order.ts";
import type { AlikeKey } from "../../src/kernel/ids.ts";
import { sha256 } from "../../src/kernel/sha256.ts";
import type { Kept, Waiting } from "./kept.ts";

/** What an order may look at besides what waits, which stands as it came. */
export interface Known {
  /** How many items of a key people have decided. */
  answeredOf(alikeKey: string): number;
}

type Order = (waiting: readonly Waiting[], known: Known) => readonly Kept[];

/** A way of working off a backlog. */
export interface Way {
  readonly inOrder: Order;
  /** Whether alike items are decided at once. */
  readonly groups: boolean;
  /** Whether approvals get the suggestion and the confidence of what was learned since they came. */
  readonly rescored: boolean;
}

const fifo: Order = (waiting) => waiting.map(({ record }) => record);

/** One order of chance from beginning to end: by hashes of ids, which are the seed's. */
const random: Order = (waiting) =>
  waiting.map(({ record }) => ({ record, lot: sha256(record.id) }))
    .sort((a, b) => a.lot < b.lot ? -1 : 1)
    .map(({ record }) => record);

/** As the service asks. */
const ordered: Order = (waiting, known) => {
  const records = new Map(
    waiting.map(({ record }) => [record.approvalId, record]),
  );
  const placed = placedInOrder(waiting.map((one) => {
    const key = alikeKey(one);
    const { category, confidence } = one.shown;
    const doubt = category === null ? 1 : 1 - confidence;
    return {
      id: one.record.approvalId,
      alikeKey: key,
      stake: stakeOf(doubt, one.record.content.amount),
      overdue: false,
      answered: known.answeredOf(key),
    };
  }));
  return placed.map(({ id }) => records.get(id)!);
};

export const MODES = {
  fifo: { inOrder: fifo, groups: false, rescored: true },
  random: { inOrder: random, groups: false, rescored: true },
  ordered: { inOrder: ordered, groups: false, rescored: true },
  ordered_as_scored_first: {
    inOrder: ordered,
    groups: false,
    rescored: false,
  },
  fifo_groups: { inOrder: fifo, groups: true, rescored: true },
  ordered_groups: { inOrder: ordered, groups: true, rescored: true },
} as const satisfies Readonly<Record<string, Way>>;

export type Mode = keyof typeof MODES;

/** What items alike share: the text, and what is suggested. */
export function alikeKey({ record, shown }: Waiting): AlikeKey {
  return `alk_${record.cues.textKey} ${shown.category ?? ""}`;
}
