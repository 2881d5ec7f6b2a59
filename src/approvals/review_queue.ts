import { failures } from "../kernel/failure.ts";
import type {
  CategoryId,
  ConnectionId,
  MemberId,
  QueueId,
} from "../kernel/ids.ts";
import { type Instant, plusMs } from "../kernel/instant.ts";
import type { Minor } from "../kernel/money.ts";
import type { ReviewReason } from "../processing/trace.ts";
import type { Role } from "../tenancy/access.ts";
import type { Approval } from "./approval.ts";
import { shownReason, shownSuggestion } from "./shown.ts";

/** What an item must be to be in a queue; of several conditions all hold, and one that is null asks nothing. */
export interface QueueConditions {
  /** What is suggested is one of them. */
  readonly categoryIds: readonly CategoryId[] | null;
  /** The magnitude of the amount is within, both ends included; in another currency, or without an amount, it is not. */
  readonly amount: {
    readonly currency: string;
    readonly min: Minor | null;
    readonly max: Minor | null;
  } | null;
  readonly because: readonly ReviewReason[] | null;
  readonly connectionIds: readonly ConnectionId[] | null;
  readonly ageHours: number | null;
}

/** Who is asked: a member, or all of a role. */
export type Assignee = MemberId | Exclude<Role, "viewer">;

/** A part of what waits, for some people, in some time. */
export interface ReviewQueue {
  readonly id: QueueId;
  readonly version: number;
  readonly name: string;
  /** The first queue whose conditions hold takes an item. */
  readonly position: number;
  readonly conditions: QueueConditions;
  /** Empty: everybody who may decide. */
  readonly assignees: readonly Assignee[];
  /** From when an item is past due, in hours after it was asked; null: never. */
  readonly slaHours: number | null;
  readonly createdAt: Instant;
  readonly removedAt: Instant | null;
}

/** The queue of all that no other takes. */
export const DEFAULT_QUEUE = "default";
export type QueueKey = QueueId | typeof DEFAULT_QUEUE;

/** How many a tenant can have: each item is held against all of them. */
export const QUEUES_MAX = 50;

const HOUR_MS = 3_600_000;

/** The queues that there are, in order. */
export function openQueues(
  all: readonly ReviewQueue[],
): readonly ReviewQueue[] {
  return all.filter(({ removedAt }) => removedAt === null)
    .toSorted((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1));
}

/** The queue that an item is in; null: in `default`. */
export function queueOf(
  approval: Approval,
  queues: readonly ReviewQueue[],
  now: Instant,
): ReviewQueue | null {
  return queues.find(({ conditions }) => holds(conditions, approval, now)) ??
    null;
}

/** When an item is past due; null: never. */
export function dueAt(
  { createdAt }: Pick<Approval, "createdAt">,
  queue: ReviewQueue | null,
): Instant | null {
  return queue?.slaHours ? plusMs(createdAt, queue.slaHours * HOUR_MS) : null;
}

function holds(
  { categoryIds, amount, because, connectionIds, ageHours }: QueueConditions,
  approval: Approval,
  now: Instant,
): boolean {
  const suggestion = shownSuggestion(approval);
  return (categoryIds === null ||
    (suggestion !== null && categoryIds.includes(suggestion))) &&
    (amount === null || isWithin(approval.amount, amount)) &&
    (because === null ||
      (because as readonly string[]).includes(shownReason(approval))) &&
    (connectionIds === null ||
      (approval.connectionId !== null &&
        connectionIds.includes(approval.connectionId))) &&
    (ageHours === null ||
      plusMs(approval.createdAt, ageHours * HOUR_MS) <= now);
}

function isWithin(
  amount: Approval["amount"],
  { currency, min, max }: NonNullable<QueueConditions["amount"]>,
): boolean {
  if (amount?.currency !== currency) return false;
  const minor = BigInt(amount.minor);
  const magnitude = minor < 0n ? -minor : minor;
  return (min === null || magnitude >= BigInt(min)) &&
    (max === null || magnitude <= BigInt(max));
}

/**
 * The queues out of which somebody is asked who names none: those that name them, and those that name nobody, or nobody
 * who is `there`, of members and roles.
 */
export function queuesFor(
  queues: readonly ReviewQueue[],
  { id, role }: { readonly id: string; readonly role: string },
  there: ReadonlySet<string>,
): readonly QueueKey[] {
  const own = queues.filter(({ assignees }) => {
    const asked = assignees.filter((one) => there.has(one));
    return asked.length === 0 ||
      asked.some((one) => one === id || one === role);
  }).map((queue) => queue.id);
  return [...own, DEFAULT_QUEUE];
}

export const queueFailures = failures("review_queue", {
  missing: { category: "missing", title: "No such review queue" },
  stale: {
    category: "conflict",
    title: "The review queue was changed in the meantime",
  },
  reordered: {
    category: "conflict",
    title: "The review queues stand in another order by now",
  },
  too_many: {
    category: "conflict",
    title: `There are ${QUEUES_MAX} review queues already`,
  },
  unknown: {
    category: "invalid",
    title: "A review queue names something that is not there",
  },
  idle: {
    category: "invalid",
    title: "Nothing could ever be in the review queue",
  },
  wrong_order: {
    category: "invalid",
    title: "The order does not name every review queue just once",
  },
});
