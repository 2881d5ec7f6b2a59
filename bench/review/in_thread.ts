import { Worker } from "node:worker_threads";
import type { Backlog, Terms, WorkedOff } from "./work_off.ts";

/** What a thread is given. */
export interface Given {
  readonly backlog: Backlog;
  readonly terms: Terms;
}

/** Works a backlog off in a thread of its own. */
export function inThread(given: Given): Promise<WorkedOff> {
  const { promise, resolve, reject } = Promise.withResolvers<WorkedOff>();
  const file = new URL("./work_off_thread.ts", import.meta.url);
  const worker = new Worker(file, { workerData: given });
  worker.once("message", resolve);
  worker.once("error", reject);
  worker.once("exit", (code) => reject(new Error(`a thread ended: ${code}`)));
  return promise;
}
