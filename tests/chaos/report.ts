import type { Verdict } from "./checker.ts";
import type { Sender } from "./sender.ts";

/** The last line of the program. */
export interface Totals {
  readonly accepted: number;
  readonly faults: number;
  readonly lost: number;
  readonly duplicated: number;
  readonly stuck: number;
  readonly chain_ok: boolean;
}

export interface ChaosReport {
  readonly totals: Totals;
  readonly kinds: Readonly<Record<string, number>>;
  /** Requests that were sent again, by status or error. */
  readonly again: Readonly<Record<string, number>>;
  /** Events by type, over all tenants. */
  readonly events: Readonly<Record<string, number>>;
  /** Faults that struck while jobs were open, as far as the database could say. */
  readonly at_work: number;
  /** From the last fault's end until nothing waited. */
  readonly recovery_ms: number;
  /** Whatever is wrong, the processes that ended by themselves among it. */
  readonly wrong: readonly string[];
}

/** Adds up what the checker found in all tenants, and what their senders met. */
export function reportOf(
  senders: readonly Sender[],
  verdicts: readonly Verdict[],
  kinds: ReadonlyMap<string, number>,
  { recoveryMs, atWork }: {
    readonly recoveryMs: number;
    readonly atWork: number;
  },
): ChaosReport {
  const sum = (numbers: readonly number[]) =>
    numbers.reduce((total, one) => total + one, 0);
  const together = (maps: readonly (readonly [string, number])[]) => {
    const totals: Record<string, number> = {};
    for (const [name, count] of maps) {
      totals[name] = (totals[name] ?? 0) + count;
    }
    return totals;
  };
  return {
    totals: {
      accepted: sum(senders.map(({ ledger }) => ledger.accepted.size)),
      faults: sum([...kinds.values()]),
      lost: sum(verdicts.map(({ lost }) => lost)),
      duplicated: sum(verdicts.map(({ duplicated }) => duplicated)),
      stuck: sum(verdicts.map(({ stuck }) => stuck)),
      chain_ok: verdicts.every((verdict) => verdict.chain_ok),
    },
    kinds: Object.fromEntries(kinds),
    again: together(senders.flatMap(({ again }) => [...again])),
    events: together(verdicts.flatMap(({ events }) => Object.entries(events))),
    at_work: atWork,
    recovery_ms: recoveryMs,
    wrong: [
      ...senders.flatMap(({ ledger }) => ledger.wrong),
      ...verdicts.flatMap(({ examples }) => examples),
    ],
  };
}
