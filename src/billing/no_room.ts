import type { Failure } from "../kernel/failure.ts";
import { type Instant, plusMs } from "../kernel/instant.ts";

/** That the plan has no room for what was to be done. */
export type NoRoom = Failure<"billing.limit_reached" | "access.suspended">;

/** Whether it is that and nothing else. */
export function isNoRoom(failure: Failure): failure is NoRoom {
  return failure.kind === "billing.limit_reached" ||
    failure.kind === "access.suspended";
}

const DAY_MS = 86_400_000;

/**
 * When to try again: with the next day, UTC, so that whatever waits comes to the same time, and soon after the plans
 * themselves were changed; at once where the limit started anew meanwhile. A change of the company's plan hastens it.
 */
export function tryAgainAt({ facts }: NoRoom, now: Instant): Instant {
  const tomorrow = `${
    plusMs(now, DAY_MS).slice(0, 10)
  }T00:00:00.000Z` as Instant;
  const { resets_at } = facts;
  return typeof resets_at === "string" && resets_at < tomorrow
    ? resets_at as Instant
    : tomorrow;
}
