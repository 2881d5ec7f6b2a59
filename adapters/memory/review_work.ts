import type {
  AlikeGroup,
  ClaimRequest,
  ReviewView,
  ReviewWork,
  Waiting,
} from "../../ports/review_work.ts";
import type { Approval } from "../../src/approvals/approval.ts";
import { needsTwo } from "../../src/approvals/four_eyes.ts";
import {
  byLot,
  byPlace,
  placedInOrder,
} from "../../src/approvals/review_order.ts";
import {
  DEFAULT_QUEUE,
  dueAt,
  type QueueKey,
  queueOf,
} from "../../src/approvals/review_queue.ts";
import { shownSuggestion } from "../../src/approvals/shown.ts";
import type { AlikeKey } from "../../src/kernel/ids.ts";
import type { Minor, Money } from "../../src/kernel/money.ts";
import { approvals } from "./approvals.ts";
import { present } from "./entities.ts";
import type { Journal } from "./journal.ts";
import type { Shelf } from "./shelf.ts";
import { byText } from "./sorted.ts";

/** In a sample of a group. */
const SAMPLE = 3;

/** A tenant's waiting approvals, sorted anew whenever they are asked for. */
export function reviewWork(shelf: Shelf, journal: Journal): ReviewWork {
  const { approvals: rows, approvalOrder } = shelf;
  const { save } = approvals(shelf, journal);

  function waitingItems(): readonly Approval[] {
    return present(rows, approvalOrder.waiting);
  }

  /** The items of the view's queues, each with its queue, in no order. */
  function seen({ queues, now, from }: ReviewView) {
    return waitingItems().map((approval) => {
      const queue = queueOf(approval, queues, now);
      const due = dueAt(approval, queue);
      const key: QueueKey = queue?.id ?? DEFAULT_QUEUE;
      return { approval, key, overdue: due !== null && due <= now };
    }).filter(({ key }) => from === null || from.includes(key));
  }

  function inOrder(view: ReviewView): readonly Waiting[] {
    const answered = new Map<AlikeKey, number>();
    for (const { alikeKey } of present(rows, approvalOrder.decided)) {
      if (alikeKey === null) continue;
      answered.set(alikeKey, (answered.get(alikeKey) ?? 0) + 1);
    }
    const placed = placedInOrder(
      seen(view).map(({ approval, overdue }) => ({
        ...approval,
        overdue,
        answered: (approval.alikeKey && answered.get(approval.alikeKey)) ?? 0,
      })),
    ).map(({ alike: _, ...place }): Waiting => ({
      ...rows.get(place.id)!,
      place,
    }));
    return view.order === "oldest"
      ? placed.toSorted((a, b) => byText(a.id, b.id))
      : placed;
  }

  /** Changes those of `leases` that `by` holds. */
  async function changeHeld(
    leases: Parameters<ReviewWork["renew"]>[0],
    by: string,
    now: string,
    change: (approval: Approval) => Approval,
  ) {
    const held = leases.flatMap(({ approvalId, token }) => {
      const approval = rows.get(approvalId);
      const { lease, leaseToken } = approval ?? {};
      return approval?.state.kind === "waiting" && lease?.by === by &&
          lease.until > now && leaseToken === token
        ? [approval]
        : [];
    });
    await save(held.map(change));
    return held.map(({ id }) => id).toSorted();
  }

  return {
    async claim(request) {
      const claimer = request.lease.by;
      const deciders = new Set<string>(request.deciders);
      const free = inOrder(request)
        .filter((one) => isFree(one, request, deciders))
        .map((one) => ({ one, isOwn: one.assignedTo === claimer }))
        .sort((a, b) => Number(b.isOwn) - Number(a.isOwn))
        .slice(0, request.limit).map(({ one }) => one);
      await save(free.map(({ place: _, ...approval }) => ({
        ...approval,
        lease: request.lease,
        leaseToken: approval.leaseToken + 1,
      })));
      return free.map(({ id }) => rows.get(id)!);
    },
    renew: (leases, lease, now) =>
      changeHeld(leases, lease.by, now, (one) => ({ ...one, lease })),
    release: (leases, by, now) =>
      changeHeld(leases, by, now, (one) => ({ ...one, lease: null })),
    async releaseAll(holders) {
      const gone = new Set(holders);
      const held = waitingItems()
        .filter(({ lease }) => lease !== null && gone.has(lease.by));
      await save(held.map((one) => ({ ...one, lease: null })));
    },
    async assign(ids, memberId) {
      const found = present(rows, ids)
        .filter(({ state }) => state.kind === "waiting");
      await save(found.map((one) => ({ ...one, assignedTo: memberId })));
      return present(rows, found.map(({ id }) => id))
        .toSorted((a, b) => byText(a.id, b.id));
    },
    waiting: (view, filter, { limit, after }) =>
      Promise.try(() => {
        const deciders = new Set<string>(view.deciders);
        return inOrder(view).filter((one) =>
          (filter.assignedTo === undefined ||
            (one.assignedTo === filter.assignedTo &&
              deciders.has(filter.assignedTo))) &&
          (!filter.overdue || one.place.overdue) &&
          (filter.alikeKey === undefined || keyOf(one) === filter.alikeKey) &&
          (after === null || (view.order === "oldest"
            ? one.id > after.id
            : byPlace(one.place, after) > 0))
        ).slice(0, limit);
      }),
    counts: (view) =>
      Promise.try(() =>
        [...Map.groupBy(seen(view), ({ key }) => key)].map((
          [queue, items],
        ) => ({
          queue,
          waiting: items.length,
          oldestAt: items.map(({ approval }) => approval.createdAt)
            .toSorted()[0]!,
          overdue: items.filter(({ overdue }) => overdue).length,
        }))
      ),
    groups: (view, { atLeast, limit, after }) =>
      Promise.try(() => {
        const items = seen(view).map(({ approval }) => approval);
        return [...Map.groupBy(items, keyOf)]
          .map(([key, some]) => groupOf(key, some))
          .filter(({ count }) => count >= atLeast)
          .toSorted(byCount)
          .filter((group) => after === null || byCount(group, after) > 0)
          .slice(0, limit);
      }),
    countAlike: (keys) =>
      Promise.try(() => {
        const asked = new Set(keys);
        const counts = new Map<AlikeKey, number>();
        for (const { alikeKey } of waitingItems()) {
          if (alikeKey === null || !asked.has(alikeKey)) continue;
          counts.set(alikeKey, (counts.get(alikeKey) ?? 0) + 1);
        }
        return counts;
      }),
    unkeyed: (limit) =>
      Promise.try(() =>
        waitingItems().filter(({ alikeKey }) => alikeKey === null)
          .slice(0, limit)
      ),
  };
}

function isFree(
  { id, lease, state, amount, assignedTo }: Approval,
  { lease: { by }, now, except, upTo, assigned }: ClaimRequest,
  deciders: ReadonlySet<string>,
): boolean {
  const isAssigned = assignedTo !== null && deciders.has(assignedTo);
  const isOwn = assignedTo === by;
  return (lease === null || lease.by === by || lease.until <= now) &&
    !except.includes(id) && !needsTwo(amount, upTo) &&
    state.kind === "waiting" && state.verdicts.every((one) => one.by !== by) &&
    (assigned === "any" || isOwn || (assigned === "first" && !isAssigned));
}

function keyOf({ id, alikeKey }: Approval): string {
  return alikeKey ?? id;
}

function byCount(
  a: Pick<AlikeGroup, "count" | "key">,
  b: Pick<AlikeGroup, "count" | "key">,
): number {
  return b.count - a.count || byText(a.key, b.key);
}

function groupOf(key: string, items: readonly Approval[]): AlikeGroup {
  const best = items.toSorted(byLot);
  const sums = new Map<string, bigint>();
  for (const { amount } of items) {
    if (!amount) continue;
    const sum = sums.get(amount.currency) ?? 0n;
    sums.set(amount.currency, sum + BigInt(amount.minor));
  }
  return {
    key,
    count: items.length,
    suggestion: shownSuggestion(best[0]!),
    oldestAt: items.map(({ createdAt }) => createdAt).toSorted()[0]!,
    totals: [...sums].toSorted(([a], [b]) => byText(a, b))
      .map(([currency, sum]): Money => ({
        minor: `${sum}` as Minor,
        currency,
      })),
    sample: best.slice(0, SAMPLE).map(({ id }) => id),
  };
}
