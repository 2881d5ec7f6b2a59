import { failures } from "../kernel/failure.ts";
import type { EndpointId } from "../kernel/ids.ts";
import { type Instant, plusMs } from "../kernel/instant.ts";
import { type Endpoint, isLive } from "./endpoint.ts";
import type { Attempt } from "./notice_delivery.ts";
import { nextAttemptAt, RETRY_WAITS_MS } from "./retry_schedule.ts";

export const FEED_FORMATS = ["plain", "cloudevents"] as const;
export type FeedFormat = typeof FEED_FORMATS[number];

/** Most events in one message. */
export const BATCH_MAX = 100;

/** What of the event log an endpoint is sent, in which form. */
export interface FeedSettings {
  /** Types of events; none: all of them. */
  readonly types: readonly string[];
  readonly format: FeedFormat;
  /** Most events in one message, 1 to 100. */
  readonly batchMax: number;
}

/** An endpoint's way through the event log. */
export interface EventFeed extends FeedSettings {
  /** The endpoint's. */
  readonly id: EndpointId;
  readonly version: number;
  /** The endpoint has acknowledged all that it is sent up to this `seq`. */
  readonly cursor: number;
  /** The last event of a message that was not acknowledged, which is sent again as it was; null: there is none. */
  readonly pendingTo: number | null;
  /** Of that message, so far. */
  readonly attempts: number;
  /** Null: as soon as there is something. */
  readonly nextAttemptAt: Instant | null;
  /** What the endpoint last answered; null: nothing. */
  readonly lastCode: number | null;
  /** What kept the last attempt from going well, by name. */
  readonly lastFailure: string | null;
  /** When the endpoint last acknowledged something. */
  readonly deliveredAt: Instant | null;
  /** How often people changed it: an attempt that began before moves no cursor. */
  readonly turn: number;
  /** Who sends now; null: nobody. */
  readonly lease: string | null;
  readonly leasedUntil: Instant | null;
  readonly pausedAt: Instant | null;
  readonly createdAt: Instant;
  readonly removedAt: Instant | null;
}

export const feedFailures = failures("event_feed", {
  missing: { category: "missing", title: "This endpoint is sent no events" },
  ahead: {
    category: "invalid",
    title: "The log has no such event to go on after",
  },
});

/** Longer than a request may take, and than the relay waits before it sends a job again that was not settled. */
const LEASE_MS = 60_000;

/** A feed from behind `cursor` on. */
export function newFeed(
  id: EndpointId,
  settings: FeedSettings,
  { cursor, now, isPaused }: {
    readonly cursor: number;
    readonly now: Instant;
    readonly isPaused: boolean;
  },
): EventFeed {
  return {
    ...settings,
    id,
    version: 1,
    cursor,
    ...UNTRIED,
    lastCode: null,
    lastFailure: null,
    deliveredAt: null,
    turn: 1,
    lease: null,
    leasedUntil: null,
    pausedAt: isPaused ? now : null,
    createdAt: now,
    removedAt: null,
  };
}

const UNTRIED = { pendingTo: null, attempts: 0, nextAttemptAt: null } as const;

/**
 * The feed as somebody wants it from now on: what it sends next is made anew, and sent at once. Who sends now may end
 * that, and moves nothing.
 */
export function changedFeed(
  feed: EventFeed,
  change: Partial<FeedSettings> & {
    readonly cursor?: number;
    readonly paused?: boolean;
  },
  now: Instant,
): EventFeed {
  const { paused, ...settings } = change;
  const pausedAt = paused === undefined
    ? feed.pausedAt
    : paused
    ? feed.pausedAt ?? now
    : null;
  return {
    ...feed,
    ...settings,
    ...UNTRIED,
    pausedAt,
    turn: feed.turn + 1,
  };
}

/** Whether `lease` may send for it at `now`. */
export function maySend(
  feed: EventFeed,
  endpoint: Endpoint,
  { lease, now }: { readonly lease: string; readonly now: Instant },
): boolean {
  const { nextAttemptAt, leasedUntil } = feed;
  return feed.removedAt === null && feed.pausedAt === null &&
    isLive(endpoint) &&
    (nextAttemptAt === null || nextAttemptAt <= now) &&
    (feed.lease === lease || leasedUntil === null || leasedUntil <= now);
}

/** The feed while `lease` sends. */
export function leased(
  feed: EventFeed,
  { lease, now }: { readonly lease: string; readonly now: Instant },
): EventFeed {
  return { ...feed, lease, leasedUntil: plusMs(now, LEASE_MS) };
}

/** The feed when nobody sends any more. */
export function released(feed: EventFeed): EventFeed {
  return { ...feed, lease: null, leasedUntil: null };
}

/** The feed behind `cursor`: whatever it is sent up to there was acknowledged, or is nothing. */
export function movedTo(feed: EventFeed, cursor: number): EventFeed {
  return { ...feed, ...UNTRIED, cursor };
}

/**
 * The feed after a message up to event `to` was not acknowledged: it goes again as it was, by the schedule that all
 * messages have, and then as often as its last step says. Nothing is ever left out. `chance` from 0 to 1 spreads it.
 */
export function afterRefusal(
  feed: EventFeed,
  to: number,
  { attempt, now, chance }: {
    readonly attempt: Extract<Attempt, { readonly kind: "failed" }>;
    readonly now: Instant;
    readonly chance: number;
  },
): EventFeed {
  const attempts = feed.attempts + 1;
  const step = Math.min(attempts, RETRY_WAITS_MS.length);
  return {
    ...feed,
    pendingTo: to,
    attempts,
    nextAttemptAt: nextAttemptAt(now, step, chance),
    lastCode: attempt.code,
    lastFailure: attempt.failure,
  };
}

/** Whether the schedule of attempts is through: the endpoint is held to have failed once more. */
export function isExhausted({ attempts }: EventFeed): boolean {
  return attempts > RETRY_WAITS_MS.length;
}
