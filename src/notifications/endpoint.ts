import type { NotificationFact } from "../events/notification_fact.ts";
import { failures } from "../kernel/failure.ts";
import type { EndpointId } from "../kernel/ids.ts";
import type { Instant } from "../kernel/instant.ts";
import type { NoticeKind } from "./notice_kinds.ts";

/** A key that messages to an endpoint are signed with, sealed. */
export interface EndpointSecret {
  readonly keyId: string;
  readonly sealed: string;
  /** Signs no more from then on; null: the newest. */
  readonly until: Instant | null;
}

/** Where a tenant receives notices by signed HTTP requests. */
export interface Endpoint {
  readonly id: EndpointId;
  readonly version: number;
  /** Blank once it is removed. */
  readonly url: string;
  readonly description: string;
  readonly kinds: readonly NoticeKind[];
  /** The newest first. */
  readonly secrets: readonly EndpointSecret[];
  /** Deliveries in a row that were given up. */
  readonly exhausted: number;
  /** Since when no attempt went well; null: the last one did, or there was none. */
  readonly failingSince: Instant | null;
  /** Null: it gets notices. */
  readonly disabledAt: Instant | null;
  /** `asked`: by somebody; `gone`: it answered 410; `failing`: nothing went well for too long. */
  readonly disabledFor: "asked" | "gone" | "failing" | null;
  readonly createdAt: Instant;
  readonly removedAt: Instant | null;
}

export const ENDPOINTS_MAX = 20;

export const OVERLAP_S_DEFAULT = 86_400;
export const OVERLAP_S_MAX = 604_800;

/** As Svix does: after five days in which nothing went well. */
const FAILING_MS = 5 * 86_400_000;
/** One delivery alone says little. */
const EXHAUSTED_MIN = 2;

export const endpointFailures = failures("endpoint", {
  missing: { category: "missing", title: "No such endpoint" },
  stale: {
    category: "conflict",
    title: "The endpoint was changed in the meantime",
  },
  address_refused: {
    category: "invalid",
    title: "Nothing can be sent to this address",
  },
  disabled: { category: "conflict", title: "The endpoint is disabled" },
  too_many: {
    category: "conflict",
    title: "There are as many endpoints as there may be; remove one",
  },
  no_sealing_key: {
    category: "conflict",
    title:
      "Secrets cannot be kept here: the operator has set no BALANCE_SEALING_KEYS",
  },
});

/** Whether notices go to it. */
export function isLive({ disabledAt, removedAt }: Endpoint): boolean {
  return disabledAt === null && removedAt === null;
}

/** The secrets that sign at `now`. */
export function secretsAt(
  { secrets }: Endpoint,
  now: Instant,
): readonly EndpointSecret[] {
  return secrets.filter(({ until }) => until === null || until > now);
}

/** The endpoint after an attempt that went well. */
export function afterSuccess(endpoint: Endpoint): Endpoint {
  return { ...endpoint, exhausted: 0, failingSince: null };
}

/** The endpoint after an attempt that failed; `isLast` where the delivery was given up by it. */
export function afterFailure(
  endpoint: Endpoint,
  { isGone, isLast, now }: {
    readonly isGone: boolean;
    readonly isLast: boolean;
    readonly now: Instant;
  },
): Endpoint {
  const failingSince = endpoint.failingSince ?? now;
  const exhausted = endpoint.exhausted + (isLast ? 1 : 0);
  const failed = { ...endpoint, failingSince, exhausted };
  if (!isLive(endpoint)) return failed;
  if (isGone) return { ...failed, disabledAt: now, disabledFor: "gone" };
  const failingMs = Date.parse(now) - Date.parse(failingSince);
  return isLast && exhausted >= EXHAUSTED_MIN && failingMs >= FAILING_MS
    ? { ...failed, disabledAt: now, disabledFor: "failing" }
    : failed;
}

/** Whether it stands as before with what it answered. */
export function isSameStanding(a: Endpoint, b: Endpoint): boolean {
  return a.exhausted === b.exhausted && a.failingSince === b.failingSince &&
    a.disabledAt === b.disabledAt;
}

/** What is told where what it answered disabled it. */
export function disabledFacts(
  before: Endpoint,
  { id, disabledAt, disabledFor }: Endpoint,
): readonly NotificationFact[] {
  return before.disabledAt !== null || disabledAt === null ||
      disabledFor === "asked" || disabledFor === null
    ? []
    : [{
      type: "ENDPOINT_DISABLED",
      payload: { endpoint_id: id, reason: disabledFor },
    }];
}
