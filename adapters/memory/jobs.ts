import type { TenantId } from "../../src/kernel/ids.ts";
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
      Promise.try(() => {
        if (deadLetters.has(letter.jobId)) return;
        journal.set(deadLetters, letter.jobId, letter);
      }),
    dead: (limit) =>
      Promise.resolve(
        [...deadLetters.values()]
          .sort((a, b) =>
            byText(b.diedAt, a.diedAt) || byText(b.jobId, a.jobId)
          )
          .slice(0, limit),
      ),
  };
}
