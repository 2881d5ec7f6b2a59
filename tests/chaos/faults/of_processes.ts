import { pause } from "../pause.ts";
import type { ManagedProcess } from "../managed_process.ts";
import { AT_ONCE, type FaultKind } from "./fault_kind.ts";

/** Past the 15 s after which BullMQ takes a job away and PostgreSQL ends an idle transaction. */
const PAST_LOCK = [16_000, 25_000] as const;
/** Past the minute after which the relay sends a job again. */
const PAST_LEASE = [62_000, 68_000] as const;

type Who = "apis" | "workers";

function kill(name: string, weight: number, who: Who): FaultKind {
  return ofOne(name, weight, AT_ONCE, who, (process) => process.kill());
}

/** SIGSTOP, as a virtual machine that is moved: it comes back and believes that no time has passed. */
function stop(
  name: string,
  weight: number,
  holdMs: FaultKind["holdMs"],
  who: Who,
): FaultKind {
  return ofOne(name, weight, holdMs, who, async (process, heldMs) => {
    process.suspend();
    await pause(heldMs);
    process.resume();
  });
}

function ofOne(
  name: string,
  weight: number,
  holdMs: FaultKind["holdMs"],
  who: Who,
  strike: (process: ManagedProcess, heldMs: number) => Promise<void>,
): FaultKind {
  return {
    name,
    weight,
    holdMs,
    aim({ stack, random }) {
      const { process } = random.pick(stack[who]);
      return {
        holds: [process.name],
        strike: (heldMs) => strike(process, heldMs),
      };
    },
  };
}

export const OF_PROCESSES: readonly FaultKind[] = [
  kill("api_killed", 3, "apis"),
  kill("worker_killed", 5, "workers"),
  stop("api_paused", 1, [1_000, 20_000], "apis"),
  stop("worker_paused", 1, [1_000, 12_000], "workers"),
  stop("worker_paused_past_lock", 1, PAST_LOCK, "workers"),
  stop("worker_paused_past_lease", 0.3, PAST_LEASE, "workers"),
];
