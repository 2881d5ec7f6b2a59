import type { Deps } from "../../../ports/deps.ts";
import type { Failure } from "../../kernel/failure.ts";
import type { QueueId } from "../../kernel/ids.ts";
import type { JsonObject } from "../../kernel/json.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";
import {
  openQueues,
  queueFailures,
  QUEUES_MAX,
  type ReviewQueue,
} from "../review_queue.ts";
import { checkQueue, type QueueRefused } from "./check_queue.ts";

/** What a queue is, but for its place. */
export type QueueDefinition = Pick<
  ReviewQueue,
  "name" | "conditions" | "assignees" | "slaHours"
>;

/** Makes a queue, behind all others. */
export async function createQueue(
  deps: Pick<Deps, "uow" | "clock" | "ids">,
  scope: Scope,
  definition: QueueDefinition,
): Promise<
  Result<
    ReviewQueue,
    AccessDenied | Failure<"review_queue.too_many"> | QueueRefused
  >
> {
  const allowed = permit(scope, "review_queues.write");
  if (!allowed.ok) return allowed;
  const createdAt = deps.clock.now();
  return deps.uow.run(allowed.value, async (tx) => {
    await tx.usage.takeTurn("review_queues");
    const all = await tx.reviewQueues.all();
    const open = openQueues(all);
    if (open.length >= QUEUES_MAX) return fail(queueFailures.too_many());
    const fits = await checkQueue(tx, definition, open);
    if (!fits.ok) return fits;
    const queue: ReviewQueue = {
      id: deps.ids.next("que"),
      version: 1,
      ...definition,
      position: (open.at(-1)?.position ?? 0) + 1,
      createdAt,
      removedAt: null,
    };
    await tx.reviewQueues.add([queue]);
    tx.events.append([{
      type: "REVIEW_QUEUE_CREATED",
      payload: { queue_id: queue.id, after: toldQueue(queue) },
    }]);
    return ok(queue);
  });
}

/** Changes what is given of a queue. A wrong `seenVersion` is refused; null takes whichever is there. */
export async function changeQueue(
  deps: Pick<Deps, "uow">,
  scope: Scope,
  id: QueueId,
  { change, seenVersion }: {
    readonly change: Partial<QueueDefinition>;
    readonly seenVersion: number | null;
  },
): Promise<
  Result<
    ReviewQueue,
    | AccessDenied
    | QueueRefused
    | Failure<"review_queue.missing" | "review_queue.stale">
  >
> {
  const allowed = permit(scope, "review_queues.write");
  if (!allowed.ok) return allowed;
  return deps.uow.run(allowed.value, async (tx) => {
    await tx.usage.takeTurn("review_queues");
    const open = openQueues(await tx.reviewQueues.all());
    const queue = open.find((one) => one.id === id);
    if (!queue) return fail(queueFailures.missing({ queue_id: id }));
    const { version } = queue;
    if (seenVersion !== null && seenVersion !== version) {
      return fail(queueFailures.stale({ version }));
    }
    const next = { ...queue, ...change };
    const others = open.filter((one) => one !== queue);
    // What stays as it is may name who has left by now.
    const fits = await checkQueue(tx, change, others);
    if (!fits.ok) return fits;
    await tx.reviewQueues.save([next]);
    tx.events.append([{
      type: "REVIEW_QUEUE_UPDATED",
      payload: {
        queue_id: id,
        before: toldQueue(queue),
        after: toldQueue(next),
      },
    }]);
    return ok({ ...next, version: version + 1 });
  });
}

/** Removes a queue: what was in it is in the next one whose conditions hold. */
export async function removeQueue(
  deps: Pick<Deps, "uow" | "clock">,
  scope: Scope,
  id: QueueId,
): Promise<Result<null, AccessDenied | Failure<"review_queue.missing">>> {
  const allowed = permit(scope, "review_queues.write");
  if (!allowed.ok) return allowed;
  const removedAt = deps.clock.now();
  return deps.uow.run(allowed.value, async (tx) => {
    const [queue] = openQueues(await tx.reviewQueues.find([id]));
    if (!queue) return fail(queueFailures.missing({ queue_id: id }));
    await tx.reviewQueues.save([{ ...queue, removedAt }]);
    tx.events.append([{
      type: "REVIEW_QUEUE_REMOVED",
      payload: { queue_id: id },
    }]);
    return ok(null);
  });
}

/** Puts the queues in this order; each is named just once. Where another order than `seen` stands, it is refused; null takes whichever stands. */
export async function reorderQueues(
  deps: Pick<Deps, "uow">,
  scope: Scope,
  { ids, seen }: {
    readonly ids: readonly QueueId[];
    readonly seen: readonly QueueId[] | null;
  },
): Promise<
  Result<
    readonly ReviewQueue[],
    | AccessDenied
    | Failure<"review_queue.wrong_order" | "review_queue.reordered">
  >
> {
  const allowed = permit(scope, "review_queues.write");
  if (!allowed.ok) return allowed;
  return deps.uow.run(allowed.value, async (tx) => {
    await tx.usage.takeTurn("review_queues");
    const open = new Map(
      openQueues(await tx.reviewQueues.all()).map((one) => [one.id, one]),
    );
    if (seen !== null && seen.join() !== [...open.keys()].join()) {
      return fail(queueFailures.reordered());
    }
    if (
      new Set(ids).size < ids.length || ids.length !== open.size ||
      !ids.every((id) => open.has(id))
    ) {
      return fail(queueFailures.wrong_order({}, [{
        pointer: "/queue_ids",
        detail: "does not name every review queue just once",
      }]));
    }
    const moved = ids.map((id, i) => ({ ...open.get(id)!, position: i + 1 }))
      .filter(({ id, position }) => open.get(id)!.position !== position);
    await tx.reviewQueues.save(moved);
    if (moved.length > 0) {
      tx.events.append([{
        type: "REVIEW_QUEUES_REORDERED",
        payload: { queue_ids: [...ids] },
      }]);
    }
    const saved = new Map(
      moved.map((one) => [one.id, { ...one, version: one.version + 1 }]),
    );
    return ok(ids.map((id) => saved.get(id) ?? open.get(id)!));
  });
}

/** Without the name, which may name people: the log is for ever. */
function toldQueue(
  { conditions, assignees, slaHours }: QueueDefinition,
): JsonObject {
  return {
    conditions: { ...conditions } as unknown as JsonObject,
    assignees: [...assignees],
    sla_hours: slaHours,
  };
}
