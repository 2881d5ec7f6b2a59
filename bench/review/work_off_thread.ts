import { parentPort, workerData } from "node:worker_threads";
import type { Given } from "./in_thread.ts";
import { workOff } from "./work_off.ts";

/** One backlog in a thread of its own. */
const { backlog, terms } = workerData as Given;
parentPort?.postMessage(await workOff(backlog, terms));
