import type { ReviewOrder } from "../../src/approvals/review_order.ts";

/** A way of working off a backlog. */
export interface Way {
  /** As the service asks, or in one order of chance from beginning to end. */
  readonly order: ReviewOrder | "chance";
  /** Whether alike items are decided at once. */
  readonly groups: boolean;
  /** Whether what waits is weighed anew when more was learned. */
  readonly refreshes: boolean;
}

export const MODES = {
  fifo: { order: "oldest", groups: false, refreshes: true },
  random: { order: "chance", groups: false, refreshes: true },
  ordered: { order: "uncertainty", groups: false, refreshes: true },
  ordered_as_scored_first: {
    order: "uncertainty",
    groups: false,
    refreshes: false,
  },
  fifo_groups: { order: "oldest", groups: true, refreshes: true },
  ordered_groups: { order: "uncertainty", groups: true, refreshes: true },
} as const satisfies Readonly<Record<string, Way>>;

export type Mode = keyof typeof MODES;
