import type { ReviewView } from "../../../ports/review_work.ts";
import type { Tx } from "../../../ports/unit_of_work.ts";
import type { Failure } from "../../kernel/failure.ts";
import type { Instant } from "../../kernel/instant.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { ROLES } from "../../tenancy/access.ts";
import { isDecider } from "../../tenancy/is_decider.ts";
import type { Scope } from "../../tenancy/scope.ts";
import { aboutRecord } from "../new_approval.ts";
import type { ReviewOrder } from "../review_order.ts";
import {
  DEFAULT_QUEUE,
  openQueues,
  queueFailures,
  type QueueKey,
  queuesFor,
} from "../review_queue.ts";

/** Which queue, in which order; no queue: all of them. */
export interface QueueAsked {
  readonly queue?: QueueKey | null;
  readonly order?: ReviewOrder;
}

/** Items whose key is found out at a time. */
const KEYED_AT_ONCE = 500;

/** How what waits is seen now. A queue that is not there is refused. */
export async function reviewView(
  tx: Pick<Tx, "reviewQueues" | "members">,
  { queue = null, order = "oldest" }: QueueAsked,
  now: Instant,
): Promise<Result<ReviewView, Failure<"review_queue.missing">>> {
  const queues = openQueues(await tx.reviewQueues.all());
  if (
    queue !== null && queue !== DEFAULT_QUEUE &&
    !queues.some(({ id }) => id === queue)
  ) return fail(queueFailures.missing({ queue_id: queue }));
  const deciders = (await tx.members.all()).filter(isDecider)
    .map(({ id }) => id);
  return ok({
    queues,
    now,
    deciders,
    from: queue === null ? null : [queue],
    order,
  });
}

/**
 * The same, for somebody who asks for work: without a queue, out of those whose assignees they are among, or whose
 * assignees can decide no more.
 */
export function offeredTo(view: ReviewView, { actor }: Scope): ReviewView {
  if (
    view.from !== null ||
    view.queues.every(({ assignees }) => assignees.length === 0)
  ) return view;
  const role = "role" in actor ? actor.role : "";
  // A role can be given to somebody, or to a key, at any time.
  const there = new Set<string>([...view.deciders, ...ROLES]);
  return {
    ...view,
    from: queuesFor(view.queues, { id: actor.id, role }, there),
  };
}

/** Finds out what items that waited before keys were kept are alike to, some at a time. */
export async function keyOldItems(
  tx: Pick<Tx, "reviewWork" | "approvals" | "records" | "tenants">,
  scope: Scope,
): Promise<void> {
  const unkeyed = await tx.reviewWork.unkeyed(KEYED_AT_ONCE);
  if (unkeyed.length === 0) return;
  const [tenant] = await tx.tenants.find([scope.tenantId]);
  if (!tenant) throw new Error(`tenant ${scope.tenantId} has no row`);
  const records = new Map(
    (await tx.records.find(unkeyed.map(({ recordId }) => recordId)))
      .map((record) => [record.id, record]),
  );
  await tx.approvals.save(
    unkeyed.flatMap((one) => {
      const record = records.get(one.recordId);
      const { contextAttributes } = tenant.settings;
      return record ? [aboutRecord(one, record, contextAttributes)] : [];
    }),
  );
}
