import { median, quantile } from "../pipeline/figures.ts";

/** Something to measure; answers what takes it back, which is not measured. */
export type Operation = () => Promise<(() => Promise<unknown>) | void>;

/** Milliseconds. */
export interface Figures {
  readonly p50_ms: number;
  readonly p95_ms: number;
  /** The processor time that the database took; null where its process is not to be seen. */
  readonly cpu_p50_ms: number | null;
}

/** A statement is planned anew the first five times; nothing is counted before that. */
const WARM_UP = 6;

/** Does all of `operations` in turn, `rounds` times, so that what else the machine does falls on all alike. */
export async function measured(
  operations: Readonly<Record<string, Operation>>,
  rounds: number,
  cpuMs: () => Promise<number | null>,
): Promise<Readonly<Record<string, Figures>>> {
  const names = Object.keys(operations);
  const times = new Map(names.map((name) => [name, [] as number[]]));
  const cpus = new Map(names.map((name) => [name, [] as number[]]));
  for (let round = -WARM_UP; round < rounds; round++) {
    for (const name of names) {
      const cpu = await cpuMs();
      const begun = performance.now();
      const undo = await operations[name]!();
      const ms = performance.now() - begun;
      const used = cpu === null ? null : (await cpuMs())! - cpu;
      await undo?.();
      if (round < 0) continue;
      times.get(name)!.push(ms);
      if (used !== null) cpus.get(name)!.push(used);
    }
  }
  return Object.fromEntries(names.map((name) => {
    const cpu = cpus.get(name)!;
    return [name, {
      p50_ms: rounded(median(times.get(name)!)),
      p95_ms: rounded(quantile(times.get(name)!, 0.95)),
      cpu_p50_ms: cpu.length === 0 ? null : rounded(median(cpu)),
    }];
  }));
}

/** Processor time of one process so far, by Linux's scheduler; null where there is no such process here. */
export function cpuMsOf(pid: number): () => Promise<number | null> {
  return async () => {
    // Deno itself keeps /proc from all that have not every permission.
    const { success, stdout } = await new Deno.Command("cat", {
      args: [`/proc/${pid}/schedstat`],
      stderr: "null",
    }).output();
    return success
      ? Number(new TextDecoder().decode(stdout).split(" ")[0]) / 1e6
      : null;
  };
}

function rounded(ms: number): number {
  return Number(ms.toFixed(1));
}
