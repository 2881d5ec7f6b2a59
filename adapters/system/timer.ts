import type { Timer } from "../../ports/timer.ts";

/** Waits as long as it is told to. */
export function systemTimer(): Timer {
  return { wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)) };
}
