import { failures } from "../kernel/failure.ts";
import type {
  EndpointId,
  MemberId,
  NoticeDeliveryId,
  NoticeId,
} from "../kernel/ids.ts";
import type { Instant } from "../kernel/instant.ts";
import { nextAttemptAt } from "./retry_schedule.ts";

export const DELIVERY_STATUSES = [
  "pending",
  "delivered",
  "failed",
  "skipped",
] as const;
export type DeliveryStatus = typeof DELIVERY_STATUSES[number];

/** One message to one recipient; no content. Its id is the message's own, however often it is sent. */
export interface NoticeDelivery {
  readonly id: NoticeDeliveryId;
  readonly version: number;
  /** One, or those of a digest. */
  readonly noticeIds: readonly NoticeId[];
  readonly form: "notice" | "hourly_digest" | "daily_digest";
  /** When a digest goes out; null for a single notice. */
  readonly digestFor: Instant | null;
  /** By webhook: to which endpoint. */
  readonly endpointId: EndpointId | null;
  /** By e-mail: to whom. */
  readonly memberId: MemberId | null;
  readonly status: DeliveryStatus;
  readonly attempts: number;
  /** Null once it is over. */
  readonly nextAttemptAt: Instant | null;
  /** What the receiver last answered; null: nothing. */
  readonly lastCode: number | null;
  /** What kept the last attempt from going well, by name. */
  readonly lastFailure: string | null;
  readonly createdAt: Instant;
  readonly endedAt: Instant | null;
}

/** What came of one attempt. `never`: no other will go better. */
export type Attempt =
  | { readonly kind: "delivered"; readonly code: number | null }
  | {
    readonly kind: "failed";
    readonly code: number | null;
    readonly failure: string;
    readonly never: boolean;
  }
  | { readonly kind: "skipped"; readonly failure: string };

export const noticeDeliveryFailures = failures("notice_delivery", {
  missing: { category: "missing", title: "No such delivery" },
});

/** Whether it is to be attempted now. */
export function isDue(
  { status, nextAttemptAt }: NoticeDelivery,
  now: Instant,
): boolean {
  return status === "pending" && nextAttemptAt !== null && nextAttemptAt <= now;
}

/** The delivery after an attempt; `chance` from 0 to 1 spreads the next ones. */
export function afterAttempt(
  delivery: NoticeDelivery,
  attempt: Attempt,
  { now, chance }: { readonly now: Instant; readonly chance: number },
): NoticeDelivery {
  const over = { ...delivery, nextAttemptAt: null, endedAt: now };
  if (attempt.kind === "skipped") {
    return { ...over, status: "skipped", lastFailure: attempt.failure };
  }
  const attempts = delivery.attempts + 1;
  const { code: lastCode } = attempt;
  if (attempt.kind === "delivered") {
    return {
      ...over,
      status: "delivered",
      attempts,
      lastCode,
      lastFailure: null,
    };
  }
  const next = attempt.never ? null : nextAttemptAt(now, attempts, chance);
  return {
    ...delivery,
    attempts,
    lastCode,
    lastFailure: attempt.failure,
    status: next === null ? "failed" : "pending",
    nextAttemptAt: next,
    endedAt: next === null ? now : null,
  };
}
