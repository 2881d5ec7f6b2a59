import type {
  DeadLetter,
  DeadLetterFilter,
} from "../../src/events/dead_letter.ts";
import type { TenantId } from "../../src/kernel/ids.ts";
import { pageOf } from "../../src/kernel/page.ts";
import type { Jobs } from "../../ports/jobs.ts";
import type { Journal } from "./journal.ts";
import type { Outbox } from "./outbox.ts";
import type { Shelf } from "./shelf.ts";
import { byText } from "./sorted.ts";

/** A tenant's part of the outbox, and its dead letters. */
export function jobs(
  { deadLetters }: Shelf,
  { rows }: Outbox,
  tenantId: TenantId,
  journal: Journal,
): Jobs {
  return {
    settle: (jobId) =>
      Promise.try(() => {
        if (rows.get(jobId)?.job.tenantId !== tenantId) return false;
        journal.remove(rows, jobId);
        return true;
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
  { ids, queue, errorClass, from, to, replayed }: DeadLetterFilter,
): boolean {
  return (ids?.includes(letter.id) ?? true) &&
    (queue ?? letter.queue) === letter.queue &&
    (errorClass ?? letter.errorClass) === letter.errorClass &&
    (from === undefined || letter.diedAt >= from) &&
    (to === undefined || letter.diedAt < to) &&
    (replayed === undefined || replayed === (letter.replayedAt !== null));
}
