import type { Deps } from "../../../ports/deps.ts";
import type { GivenUp } from "../../../ports/queue.ts";
import type { Tx } from "../../../ports/unit_of_work.ts";
import type { DeliveryId, RecordId } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/instant.ts";
import { ok, type Result } from "../../kernel/result.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import { queueOf } from "../job.ts";
import { openJobScope } from "./open_job_scope.ts";

/** Moves a job that failed for good to the dead letters; its records or its delivery show `failed` until they are sent again. */
export async function buryJob(
  deps: Pick<Deps, "uow" | "clock">,
  { job, reason, attempts }: GivenUp,
): Promise<Result<null, AccessDenied>> {
  const allowed = permit(openJobScope(job), "jobs.run");
  if (!allowed.ok) return allowed;
  const diedAt = deps.clock.now();
  const { task } = job;
  const queue = queueOf(task);
  return deps.uow.run(allowed.value, async (tx) => {
    if (!await tx.jobs.settle(job.id)) return ok(null);
    await tx.jobs.bury({
      jobId: job.id,
      queue,
      task,
      reason,
      attempts,
      diedAt,
    });
    const failed = task.kind === "process_records"
      ? await failRecords(tx, task.recordIds, diedAt)
      : 0;
    if (task.kind === "ingest_delivery") {
      await failDelivery(tx, task.deliveryId, diedAt);
    }
    tx.events.append([{
      type: "JOB_DEAD_LETTERED",
      payload: { job_id: job.id, queue, reason, records: failed },
    }]);
    return ok(null);
  });
}

/** Marks those that still wait; returns how many. */
async function failRecords(
  tx: Pick<Tx, "records">,
  ids: readonly RecordId[],
  now: Instant,
): Promise<number> {
  const waiting = (await tx.records.find(ids))
    .filter((record) => record.status === "ingested");
  const failed = await tx.records.save(
    waiting.map((record) => ({ ...record, status: "failed" })),
    now,
  );
  return failed.length;
}

async function failDelivery(
  tx: Pick<Tx, "deliveries">,
  id: DeliveryId,
  failedAt: Instant,
): Promise<void> {
  const found = await tx.deliveries.find([id]);
  await tx.deliveries.save(found.map((one) => ({ ...one, failedAt })));
}
