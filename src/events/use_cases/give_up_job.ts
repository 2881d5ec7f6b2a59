import type { Deps } from "../../../ports/deps.ts";
import type { GivenUp } from "../../../ports/queue.ts";
import type { Tx } from "../../../ports/unit_of_work.ts";
import type { DeliveryId, RecordId } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/instant.ts";
import { ok, type Result } from "../../kernel/result.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import { queueOf, type Task } from "../job.ts";
import { openJobScope } from "./open_job_scope.ts";

/** What became of a job that was given up. */
export interface GaveUp {
  /** `none` when another delivery of it had done the work. */
  readonly became: "none" | "split" | "dead";
  /** Records that show `failed` now. */
  readonly records: number;
}

/**
 * Gives a job up. One with several records, of which one may be what nothing can process, goes on in parts;
 * any other moves to the dead letters, and its records or its delivery show `failed` until they are sent again.
 */
export async function giveUpJob(
  deps: Pick<Deps, "uow" | "clock" | "ids">,
  { job, errorClass, reason, attempts, firstFailedAt, suspect }: GivenUp,
): Promise<Result<GaveUp, AccessDenied>> {
  const allowed = permit(openJobScope(job), "jobs.run");
  if (!allowed.ok) return allowed;
  const diedAt = deps.clock.now();
  const id = deps.ids.next("dlt");
  const { task } = job;
  const trouble = { error_class: errorClass, reason };
  return deps.uow.run(allowed.value, async (tx) => {
    if (!await tx.jobs.settle(job.id)) return ok(gaveUp("none"));
    if (
      suspect && "recordIds" in task && task.recordIds.length > 1
    ) {
      tx.events.append([{
        type: "JOB_SPLIT",
        payload: { job_id: job.id, task, ...trouble },
      }]);
      return ok(gaveUp("split"));
    }
    const queue = queueOf(task);
    await tx.jobs.bury({
      id,
      jobId: job.id,
      queue,
      task,
      errorClass,
      reason,
      attempts,
      firstFailedAt,
      diedAt,
      traceparent: job.traceparent ?? null,
      replayedAt: null,
    });
    const records = await failWhatWaits(tx, task, diedAt);
    tx.events.append([{
      type: "JOB_DEAD_LETTERED",
      payload: {
        dead_letter_id: id,
        job_id: job.id,
        queue,
        attempts,
        records,
        ...trouble,
      },
    }]);
    return ok(gaveUp("dead", records));
  });
}

function gaveUp(became: GaveUp["became"], records = 0): GaveUp {
  return { became, records };
}

/** Shows `failed` on what still waits for the task; returns how many records that are. */
async function failWhatWaits(
  tx: Tx,
  task: Task,
  now: Instant,
): Promise<number> {
  if (task.kind === "process_records") {
    return await failRecords(tx, task.recordIds, now);
  }
  if (task.kind === "ingest_delivery") {
    await failDelivery(tx, task.deliveryId, now);
  }
  if (task.kind === "import_file") {
    // What was taken in stays, and a replay goes on from there.
    const found = await tx.imports.find([task.importId]);
    await tx.imports.save(
      found.filter(({ state }) => state === "received" || state === "running")
        .map((one) => ({ ...one, state: "failed", endedAt: now })),
    );
  }
  if (task.kind === "backtest_rules") {
    const found = await tx.backtests.find([task.backtestId]);
    await tx.backtests.save(
      found.map((one) => ({ ...one, state: "failed", endedAt: now })),
    );
  }
  if (task.kind === "generate_report") await failReport(tx, task, now);
  if (task.kind === "apply_rules") {
    const found = await tx.runs.find([task.runId]);
    await tx.runs.save(
      // One that somebody takes back meanwhile is no longer this job's.
      found.filter(({ undoneBy }) => undoneBy === null)
        .map((one) => ({ ...one, state: "failed", endedAt: now })),
    );
  }
  if (task.kind === "undo_rules") {
    // What was undone so far stays undone, and a replay goes on.
    const found = await tx.runs.find([task.runId]);
    await tx.runs.save(found.map((one) => ({ ...one, endedAt: now })));
  }
  return 0;
}

/** One that is done and only lacks a format stays done; what was left of a file is swept. */
async function failReport(
  tx: Pick<Tx, "reports" | "events">,
  { reportId }: Extract<Task, { kind: "generate_report" }>,
  now: Instant,
): Promise<void> {
  const found = await tx.reports.find([reportId]);
  const unfinished = found.filter(({ state }) =>
    state === "waiting" || state === "running"
  );
  await tx.reports.save(
    unfinished.map((one) => ({
      ...one,
      state: "failed",
      writing: null,
      endedAt: now,
    })),
  );
  tx.events.append(unfinished.map(({ terms: { kind } }) => ({
    type: "REPORT_FAILED",
    payload: { report_id: reportId, kind },
  })));
}

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
