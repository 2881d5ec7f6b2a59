import type { Backlog } from "../../../ports/backlog.ts";
import type { Failure } from "../../kernel/failure.ts";
import type { TenantId } from "../../kernel/ids.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { recordFailures } from "../record.ts";

/** Seconds after which a refused sender may try again: some ten thousand records later, at the usual pace. */
const RETRY_AFTER_S = 30;

export type BacklogFull = Failure<
  "record.backlog_full" | "record.service_backlog_full"
>;

/** Room in the backlog for what one request brings. */
export interface Seats {
  /** Takes it, once however often it is asked, or says that too many wait already. */
  take(): Result<null, BacklogFull>;
  /** Gives all but `kept` back. */
  keep(kept: number): void;
  /** Gives all back, and throws on. */
  leave(error: unknown): never;
}

/** Seats are counted from the moment they are taken, so that many requests at once do not all find the same room. */
export function openSeats(
  backlog: Backlog,
  tenantId: TenantId,
  wanted: number,
): Seats {
  let taken = 0;
  function keep(kept: number): void {
    // A repeated request took none.
    if (taken > 0) backlog.note(tenantId, kept - taken);
    taken = 0;
  }
  return {
    take() {
      if (taken > 0) return ok(null);
      const room = roomIn(backlog, tenantId);
      if (!room.ok) return room;
      taken = wanted;
      backlog.note(tenantId, wanted);
      return ok(null);
    },
    keep,
    leave(error) {
      keep(0);
      throw error;
    },
  };
}

function roomIn(
  backlog: Backlog,
  tenantId: TenantId,
): Result<null, BacklogFull> {
  const { tenant, all } = backlog.waiting(tenantId);
  const { bounds } = backlog;
  const facts = { retry_after_s: RETRY_AFTER_S };
  if (tenant >= bounds.tenant) {
    return fail(
      recordFailures.backlog_full({
        ...facts,
        waiting: tenant,
        bound: bounds.tenant,
      }),
    );
  }
  return all >= bounds.all
    ? fail(recordFailures.service_backlog_full(facts))
    : ok(null);
}
