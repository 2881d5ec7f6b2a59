import type { ConnectionId } from "../kernel/ids.ts";
import { type Instant, plusMs } from "../kernel/instant.ts";

export const HEALTH_STATES = [
  "healthy",
  "degraded",
  "broken",
  "needs_reauth",
  "paused",
] as const;
export type HealthState = typeof HEALTH_STATES[number];

/** Why a try came to nothing. */
export const CAUSES = [
  "unreachable",
  "server_error",
  "rate_limited",
  "unauthorised",
  "revoked",
  "refused",
  "rejected",
  "too_large",
  "unreadable",
  "endless",
  "unmapped",
] as const;
export type Cause = typeof CAUSES[number];

/** How a connection does, as its tries told. */
export interface ConnectionHealth {
  readonly id: ConnectionId;
  readonly version: number;
  readonly state: HealthState;
  /** Since when it is in this state. */
  readonly since: Instant;
  readonly failuresInRow: number;
  /** Since when the source says that nothing is granted any more; null unless it said so last. */
  readonly revokedSince: Instant | null;
  readonly lastSuccessAt: Instant | null;
  readonly lastFailure: {
    readonly at: Instant;
    readonly cause: Cause;
    /** A code or a status; never what the other side wrote. */
    readonly detail: string;
  } | null;
  /** Not before that; null: whenever it is due. */
  readonly nextTryAt: Instant | null;
}

/** How one try ended. */
export type TryOutcome =
  | {
    readonly kind: "succeeded";
    /** What went well; failures of the other step stay as they are. */
    readonly step: "source" | "mapping";
  }
  | {
    readonly kind: "failed";
    readonly cause: Cause;
    readonly detail: string;
    /** How long the other side asks to be left alone. */
    readonly retryAfterMs?: number;
  };

/** Failures in a row that are more than a hiccup: the first retries of most clients are over by then. */
export const DEGRADED_AFTER = 3;
/** Failures in a row after which the circuit opens: about four hours of trying, given the waits below. */
export const BROKEN_AFTER = 8;
/** A source must say twice, this far apart, that nothing is granted: one answer may be a hiccup of it. */
export const REVOKED_FOR_MS = 60_000;
const BASE_MS = 60_000;
const CAP_MS = 6 * 3_600_000;
/** Longer is not believed of a `Retry-After`. */
const RETRY_AFTER_MAX_MS = 24 * 3_600_000;

/** The health of a connection that nothing was tried of yet. */
export function freshHealth(id: ConnectionId, now: Instant): ConnectionHealth {
  return {
    id,
    version: 1,
    state: "healthy",
    since: now,
    failuresInRow: 0,
    revokedSince: null,
    lastSuccessAt: null,
    lastFailure: null,
    nextTryAt: null,
  };
}

/**
 * The health after a try. `chance` (0 to 1) spreads the waits. A paused connection stays paused, and one that needs
 * a person stays so until a try succeeds.
 */
export function healthAfter(
  health: ConnectionHealth,
  outcome: TryOutcome,
  { now, chance }: { readonly now: Instant; readonly chance: number },
): ConnectionHealth {
  if (outcome.kind === "succeeded" && isOfOtherStep(health, outcome.step)) {
    return { ...health, lastSuccessAt: now };
  }
  const counted = outcome.kind === "succeeded"
    ? {
      ...health,
      failuresInRow: 0,
      revokedSince: null,
      lastSuccessAt: now,
      nextTryAt: null,
    }
    : afterFailure(health, outcome, now, chance);
  const state = stateAfter(counted, outcome, now);
  return {
    ...counted,
    state,
    since: state === health.state ? health.since : now,
    nextTryAt: state === "needs_reauth" ? null : counted.nextTryAt,
  };
}

/** What failed last is not what went well now: a source that answers does not make its mapping right. */
function isOfOtherStep(
  { lastFailure }: ConnectionHealth,
  step: "source" | "mapping",
): boolean {
  return lastFailure !== null &&
    (lastFailure.cause === "unmapped") !== (step === "mapping");
}

function afterFailure(
  health: ConnectionHealth,
  { cause, detail, retryAfterMs = 0 }: Extract<TryOutcome, { kind: "failed" }>,
  now: Instant,
  chance: number,
): ConnectionHealth {
  const failuresInRow = health.failuresInRow + 1;
  const wait = Math.min(CAP_MS, BASE_MS * 2 ** Math.min(failuresInRow - 1, 20));
  const waitMs = Math.max(
    wait * (0.5 + chance / 2),
    Math.min(retryAfterMs, RETRY_AFTER_MAX_MS),
    // Shorter would not tell a hiccup from a revocation.
    cause === "revoked" ? REVOKED_FOR_MS : 0,
  );
  return {
    ...health,
    failuresInRow,
    revokedSince: cause === "revoked" ? health.revokedSince ?? now : null,
    lastFailure: { at: now, cause, detail },
    // What cannot be mapped does not keep the source from being asked.
    nextTryAt: cause === "unmapped"
      ? health.nextTryAt
      : plusMs(now, Math.ceil(waitMs)),
  };
}

function stateAfter(
  health: ConnectionHealth,
  outcome: TryOutcome,
  now: Instant,
): HealthState {
  const { state, failuresInRow, revokedSince } = health;
  if (state === "paused") return "paused";
  if (outcome.kind === "succeeded") {
    // One good answer after many bad ones may be luck: the next one decides.
    return state === "broken" ? "degraded" : "healthy";
  }
  if (
    revokedSince !== null &&
    Date.parse(now) - Date.parse(revokedSince) >= REVOKED_FOR_MS
  ) return "needs_reauth";
  if (state === "needs_reauth" || state === "broken") return state;
  // No later try would go better: somebody must change the address.
  if (outcome.cause === "refused") return "broken";
  // Who says when to come back is well.
  if (failuresInRow >= BROKEN_AFTER && outcome.cause !== "rate_limited") {
    return "broken";
  }
  return failuresInRow >= DEGRADED_AFTER || outcome.cause === "revoked"
    ? "degraded"
    : state;
}

/** Whether nothing may be tried now: the circuit is open, or a person is needed. */
export function mayTry(health: ConnectionHealth, now: Instant): boolean {
  if (health.state === "paused" || health.state === "needs_reauth") {
    return false;
  }
  return health.nextTryAt === null || health.nextTryAt <= now;
}

/** Whether the next try is a probe: a little only, since it will probably fail. */
export function isProbe({ state }: ConnectionHealth): boolean {
  return state === "broken";
}
