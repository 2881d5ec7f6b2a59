import { Worker } from "node:worker_threads";
import { inParallel } from "../pipeline/figures.ts";
import type { ClosedRun, Settled } from "./closed_loop.ts";
import type { Cut } from "./full_feedback.ts";
import type { Labelled } from "./stream.ts";

/** What a thread is given. */
export interface Given {
  readonly rows: readonly Labelled[];
  readonly cut: Cut;
  readonly run: ClosedRun;
}

/** The runs' outcomes in their order; each has a thread of its own, as many at once as there are cores. */
export async function closedLoops(
  rows: readonly Labelled[],
  cut: Cut,
  runs: readonly ClosedRun[],
  onRun: (run: ClosedRun) => void,
): Promise<readonly Settled[]> {
  const outcomes: Settled[] = [];
  await inParallel(
    [...runs.entries()],
    navigator.hardwareConcurrency,
    async ([place, run]) => {
      outcomes[place] = await inThread({ rows, cut, run });
      onRun(run);
    },
  );
  return outcomes;
}

function inThread(given: Given): Promise<Settled> {
  const { promise, resolve, reject } = Promise.withResolvers<Settled>();
  const file = new URL("./closed_loop_thread.ts", import.meta.url);
  const worker = new Worker(file, { workerData: given });
  worker.once("message", resolve);
  worker.once("error", reject);
  worker.once("exit", (code) => reject(new Error(`a thread ended: ${code}`)));
  return promise;
}
