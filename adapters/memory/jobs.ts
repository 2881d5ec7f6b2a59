import type {
  DeadLetter,
  DeadLetterFilter,
} from "../../src/events/dead_letter.ts";
import { recordsIn } from "../../src/events/job.ts";
import type { TenantId } from "../../src/kernel/ids.ts";
import { pageOf } from "../../src/kernel/page.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Jobs } from "../../ports/jobs.ts";
import type { Journal } from "./journal.ts";
import type { Outbox, OutboxRow } from "./outbox.ts";
import type { Shelf } from "./shelf.ts";
import { byText } from "./sorted.ts";

/** How many other jobs one job takes along. */
const ALONG_MAX = 100;

/** A tenant's part of the outbox, and its dead letters. */
export function jobs(
  { deadLetters }: Shelf,
  outbox: Outbox,
  tenantId: TenantId,
  clock: Clock,
  journal: Journal,
): Jobs {
  const { rows } = outbox;
  return {
    settle: (jobId) =>
      Promise.try(() => {
        if (rows.get(jobId)?.job.tenantId !== tenantId) return false;
        journal.remove(rows, jobId);
        return true;
      }),
    settleAll: (jobIds) =>
      Promise.try(() =>
        jobIds.filter((jobId) => {
          if (rows.get(jobId)?.job.tenantId !== tenantId) return false;
          journal.remove(rows, jobId);
          return true;
        })
      ),
    takeAlong: (records, now) =>
      Promise.try(() => {
        let total = 0;
        const along = [...rows.values()]
          .filter(({ job, takenAt, dueAt }) =>
            job.tenantId === tenantId && job.task.kind === "process_records" &&
            !job.task.alone &&
            takenAt === null && (dueAt === null || dueAt <= now)
          )
          .sort((a, b) => a.position - b.position)
          .slice(0, ALONG_MAX)
          .filter(({ job }) => (total += recordsIn(job.task)) <= records);
        for (const row of along) {
          row.takenAt = now;
          journal.note(() => void (row.takenAt = null));
        }
        return along.map(({ job }) => job);
      }),
    release: (jobIds) =>
      Promise.try(() => {
        for (const jobId of jobIds) {
          const row = rows.get(jobId);
          if (row?.job.tenantId === tenantId) row.takenAt = null;
        }
      }),
    later: (added) =>
      Promise.try(() =>
        outbox.put(
          added.filter(({ id }) => !rows.has(id)),
          clock.now(),
          journal,
        )
      ),
    hasten: (kinds, now) =>
      Promise.try(() => {
        const waits = ({ takenAt, dueAt }: OutboxRow) =>
          takenAt === null && dueAt !== null && dueAt > now;
        const early = [...rows.values()].filter((row) =>
          row.job.tenantId === tenantId && kinds.includes(row.job.task.kind) &&
          waits(row)
        );
        // The feed shows rows of open units, so it must not see this before: a job that went out cannot be undone.
        journal.onCommit(() => {
          for (const row of early.filter(waits)) row.dueAt = now;
        });
      }),
    bury: (letter) =>
      Promise.try(() => journal.set(deadLetters, letter.id, letter)),
    dead: (filter, { limit, cursor }) =>
      Promise.try(() =>
        pageOf(
          [...deadLetters.values()]
            .filter((letter) => letterMatches(letter, filter))
            .filter(({ id }) => cursor === null || id < cursor)
            .sort((a, b) => byText(b.id, a.id))
            .slice(0, limit + 1),
          limit,
          ({ id }) => id,
        )
      ),
    markReplayed: (ids, at) =>
      Promise.try(() =>
        ids.filter((id) => {
          const letter = deadLetters.get(id);
          if (!letter || letter.replayedAt !== null) return false;
          journal.set(deadLetters, id, { ...letter, replayedAt: at });
          return true;
        })
      ),
  };
}

function letterMatches(
  letter: DeadLetter,
  { ids, queue, deliveryId, errorClass, from, to, replayed }: DeadLetterFilter,
): boolean {
  return (ids?.includes(letter.id) ?? true) &&
    (queue ?? letter.queue) === letter.queue &&
    (deliveryId === undefined ||
      ("deliveryId" in letter.task && letter.task.deliveryId === deliveryId)) &&
    (errorClass ?? letter.errorClass) === letter.errorClass &&
    (from === undefined || letter.diedAt >= from) &&
    (to === undefined || letter.diedAt < to) &&
    (replayed === undefined || replayed === (letter.replayedAt !== null));
}
