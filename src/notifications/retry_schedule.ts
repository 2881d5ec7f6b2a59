import { type Instant, plusMs } from "../kernel/instant.ts";

/**
 * How long to wait after the first, second … attempt that failed, in milliseconds: 5 s, 5 min, 30 min, 2 h, 5 h, 10 h.
 * The schedule that Standard Webhooks gives as its example ("Deliverability and reliability").
 */
export const RETRY_WAITS_MS = [
  5_000,
  300_000,
  1_800_000,
  7_200_000,
  18_000_000,
  36_000_000,
] as const;

/** A wait is longer by up to this part of it, so that what failed together does not come back together. */
const JITTER = 0.2;

/** When to try again after `attempts` attempts, of which the last failed at `now`; null: no more. `chance` is from 0 to 1. */
export function nextAttemptAt(
  now: Instant,
  attempts: number,
  chance: number,
): Instant | null {
  const waitMs = RETRY_WAITS_MS[attempts - 1];
  if (waitMs === undefined) return null;
  return plusMs(now, Math.round(waitMs * (1 + JITTER * chance)));
}
