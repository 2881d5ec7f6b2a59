import {
  type ProcessLogWatch,
  processLogWatch,
} from "../../adapters/in_process/log_watch.ts";
import type { LogProgress } from "../../ports/log_progress.ts";

/** How often other processes' events are looked for, while somebody here waits for one. */
const LOOK_EVERY_MS = 300;

/** Watches logs for all who follow one here. */
export function watchLogs(
  { heads }: LogProgress,
  onError: (error: unknown) => void,
): ProcessLogWatch {
  return processLogWatch({ heads, everyMs: LOOK_EVERY_MS, onError });
}
