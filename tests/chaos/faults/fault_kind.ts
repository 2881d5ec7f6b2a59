import type { SeededRandom } from "../../../src/main/demo/seeded_random.ts";
import type { Redelivery } from "../redelivery.ts";
import type { Sender } from "../sender.ts";
import type { Stack } from "../stack.ts";

/** What faults reach. */
export interface FaultWorld {
  readonly stack: Stack;
  readonly redelivery: Redelivery;
  readonly senders: readonly Sender[];
  readonly random: SeededRandom;
}

/** One fault that is about to happen. */
export interface Fault {
  /** What it takes hold of. Two faults never hold the same thing at once. */
  readonly holds: readonly string[];
  /** Breaks it, waits, and mends it. */
  strike(holdMs: number): Promise<void>;
}

export interface FaultKind {
  readonly name: string;
  /** How often it comes, beside the others. */
  readonly weight: number;
  /** How long it lasts, least and most. */
  readonly holdMs: readonly [least: number, most: number];
  /** Chooses whom it meets. */
  aim(world: FaultWorld): Fault;
}

/** The time of a fault that is over at once. */
export const AT_ONCE = [0, 0] as const;

/** A fault as it is told of. */
export interface BegunFault {
  readonly kind: string;
  readonly holds: readonly string[];
  readonly hold_ms: number;
}
