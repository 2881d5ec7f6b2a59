import type { Deps } from "../../../ports/deps.ts";
import type { Tx } from "../../../ports/unit_of_work.ts";
import type { DeadLetterId, RecordId } from "../../kernel/ids.ts";
import { type Instant, plusMs } from "../../kernel/instant.ts";
import { ok, type Result } from "../../kernel/result.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";
import type { DeadLetter, DeadLetterFilter } from "../dead_letter.ts";
import type { Fact } from "../fact.ts";

/** Which dead letters to send again, and how. */
export interface Replay {
  readonly filter: Omit<DeadLetterFilter, "replayed">;
  /** How many at most, the latest first. */
  readonly limit: number;
  /** Only says what would be sent. */
  readonly dryRun: boolean;
  /** Jobs a second; null: all at once. */
  readonly perSecond: number | null;
}

export type Replayed = {
  /** The dead letters that were sent again, or would be. */
  readonly ids: readonly DeadLetterId[];
  /** Records that return to their place, or would. */
  readonly records: number;
  /** More that the filter lets through are left. */
  readonly more: boolean;
  /** When the last of them becomes due; null when nothing was sent. */
  readonly lastDueAt: Instant | null;
};

/** Sends dead letters again, as new jobs: failed records and deliveries return to their place. */
export async function replayDeadLetters(
  deps: Pick<Deps, "uow" | "clock">,
  scope: Scope,
  { filter, limit, dryRun, perSecond }: Replay,
): Promise<Result<Replayed, AccessDenied>> {
  const allowed = permit(scope, "dead_letters.replay");
  if (!allowed.ok) return allowed;
  const now = deps.clock.now();
  const dueAt = (place: number) =>
    perSecond === null
      ? null
      : plusMs(now, Math.floor(place * 1000 / perSecond));
  return deps.uow.run(allowed.value, async (tx) => {
    const found = await tx.jobs.dead(
      { ...filter, replayed: false },
      { limit, cursor: null },
    );
    const taken = dryRun ? found.data : await mark(tx, found.data, now);
    const returned = await returnToPlace(tx, taken, now, dryRun);
    if (!dryRun) {
      tx.events.append(taken.map((letter, i): Fact => ({
        type: "JOB_REPLAYED",
        payload: {
          dead_letter_id: letter.id,
          job_id: letter.jobId,
          queue: letter.queue,
          records: recordsOf(letter).filter((id) => returned.has(id)).length,
          task: letter.task,
          due_at: dueAt(i),
        },
      })));
    }
    return ok({
      ids: taken.map(({ id }) => id),
      records: returned.size,
      more: found.nextCursor !== null,
      lastDueAt: taken.length === 0 ? null : dueAt(taken.length - 1) ?? now,
    });
  });
}

/** Those that nobody else replayed meanwhile. */
async function mark(
  tx: Pick<Tx, "jobs">,
  letters: readonly DeadLetter[],
  now: Instant,
): Promise<readonly DeadLetter[]> {
  const marked = new Set(
    await tx.jobs.markReplayed(letters.map(({ id }) => id), now),
  );
  return letters.filter(({ id }) => marked.has(id));
}

/** Failed records wait again, and failed deliveries too; which records these are. */
async function returnToPlace(
  tx: Pick<Tx, "records" | "deliveries">,
  letters: readonly DeadLetter[],
  now: Instant,
  dryRun: boolean,
): Promise<ReadonlySet<RecordId>> {
  const records = await tx.records.find([
    ...new Set(letters.flatMap(recordsOf)),
  ]);
  const failed = records.filter(({ status }) => status === "failed");
  if (dryRun) return new Set(failed.map(({ id }) => id));
  const deliveryIds = letters.flatMap(({ task }) =>
    task.kind === "ingest_delivery" ? [task.deliveryId] : []
  );
  const deliveries = await tx.deliveries.find([...new Set(deliveryIds)]);
  await tx.deliveries.save(
    deliveries.filter(({ failedAt }) => failedAt !== null)
      .map((delivery) => ({ ...delivery, failedAt: null })),
  );
  return new Set(
    await tx.records.save(
      failed.map((record) => ({ ...record, status: "ingested" })),
      now,
    ),
  );
}

function recordsOf({ task }: DeadLetter): readonly RecordId[] {
  return task.kind === "process_records" ? task.recordIds : [];
}
