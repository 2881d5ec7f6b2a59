import { pause } from "../pause.ts";
import type { BegunFault, Fault, FaultKind, FaultWorld } from "./fault_kind.ts";
import { OF_DELIVERIES } from "./of_deliveries.ts";
import { OF_LINKS } from "./of_links.ts";
import { OF_PROCESSES } from "./of_processes.ts";
import { OF_SERVERS } from "./of_servers.ts";

export const FAULT_KINDS: readonly FaultKind[] = [
  ...OF_PROCESSES,
  ...OF_SERVERS,
  ...OF_LINKS,
  ...OF_DELIVERIES,
];

export interface StormOptions {
  /** How many faults there are to be. */
  readonly faults: number;
  /** The mean time between the beginnings of two. */
  readonly everyMs: number;
  /** The longest that one may last; kinds that last longer at least are left out. */
  readonly holdMsMax: number;
  /** Faults that last at the same time. */
  readonly atOnce: number;
  /** Ends it early. */
  readonly signal: AbortSignal;
  /** Told of each fault up to `LEAD_MS` before it strikes, so that there can be work for it to strike. */
  readonly onFault: (fault: BegunFault) => void;
  /** Told at the moment when one strikes. */
  readonly onStrike: () => void;
}

const LEAD_MS = 500;

/** The kinds of which none lasts longer than that at least. */
export function kindsWithin(holdMsMax: number): readonly FaultKind[] {
  return FAULT_KINDS.filter(({ holdMs: [least] }) => least <= holdMsMax);
}

/**
 * Faults of all kinds by chance: first each kind once, then by weight. Returns once the last one is mended, with how
 * many there were of each kind; throws when one could not be done.
 */
export async function storm(
  world: FaultWorld,
  { faults, everyMs, holdMsMax, atOnce, signal, onFault, onStrike }:
    StormOptions,
): Promise<ReadonlyMap<string, number>> {
  const { random } = world;
  const kinds = kindsWithin(holdMsMax);
  const firsts = [...kinds];
  const counts = new Map(kinds.map(({ name }) => [name, 0]));
  const held = new Set<string>();
  const lasting = new Set<Promise<void>>();
  const failed: unknown[] = [];

  function choose(): { kind: FaultKind; fault: Fault } | undefined {
    // Of a hundred draws one meets something that is whole, unless all is broken.
    for (let draw = 0; draw < 100; draw++) {
      const kind = firsts.length > 0
        ? random.pick(firsts)
        : random.weighted(kinds);
      const fault = kind.aim(world);
      if (fault.holds.every((what) => !held.has(what))) return { kind, fault };
    }
    return undefined;
  }

  function begin(kind: FaultKind, { holds, strike }: Fault): void {
    const [least, most] = kind.holdMs;
    const holdMs = random.between(least, Math.min(most, holdMsMax));
    if (firsts.includes(kind)) firsts.splice(firsts.indexOf(kind), 1);
    counts.set(kind.name, counts.get(kind.name)! + 1);
    for (const what of holds) held.add(what);
    onFault({ kind: kind.name, holds, hold_ms: holdMs });
    const one = pause(random.between(0, LEAD_MS))
      .then(() => {
        onStrike();
        return strike(holdMs);
      })
      .catch((error) => void failed.push(error))
      .finally(() => {
        for (const what of holds) held.delete(what);
        lasting.delete(one);
      });
    lasting.add(one);
  }

  for (let begun = 0; begun < faults;) {
    await pause(random.between(0, 2 * everyMs));
    while (lasting.size >= atOnce) await Promise.race(lasting);
    if (signal.aborted || failed.length > 0) break;
    const next = choose();
    if (!next) continue;
    begin(next.kind, next.fault);
    begun++;
  }
  await Promise.all(lasting);
  if (failed.length > 0) throw failed[0];
  return counts;
}
