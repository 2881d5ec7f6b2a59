import { parentPort, workerData } from "node:worker_threads";
import { closedLoop } from "./closed_loop.ts";
import type { Given } from "./closed_loops.ts";

/** One run of the closed loop in a thread of its own. */
const { rows, cut, run } = workerData as Given;
parentPort?.postMessage(await closedLoop(rows, cut, run));
