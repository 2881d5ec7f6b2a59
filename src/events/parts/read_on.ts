import type { EventFilter } from "../../../ports/event_log.ts";
import type { Tx } from "../../../ports/unit_of_work.ts";
import type { Failure } from "../../kernel/failure.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import type { RecordedEvent } from "../event.ts";
import { logFailures } from "../log_failures.ts";

/** Events, and how far the log was read for them. */
export interface LogPage {
  readonly events: readonly RecordedEvent[];
  /** Whatever the filter lets through up to here was shown, now or before: reading goes on behind it. */
  readonly seq: number;
  /** More may be there by now. */
  readonly isFull: boolean;
}

/**
 * Up to `limit` events beyond `after`. Numbers are handed out under a lock that is held until the commit, so who sees
 * an event sees all before it, and reading on behind `seq` leaves none out. A log that ends before `after` is refused: it
 * was restored, and what comes next in it would be passed over.
 */
export async function readOn(
  { events: log }: Pick<Tx, "events">,
  { after, limit, filter }: {
    readonly after: number;
    readonly limit: number;
    readonly filter: EventFilter;
  },
): Promise<Result<LogPage, Failure<"events.ahead">>> {
  // Before the events: those up to this head are all there when they are read.
  const head = await log.head();
  if (after > head.seq) {
    return fail(logFailures.ahead({ after, seq: head.seq }));
  }
  const events = await log.after(after, limit, filter);
  const isFull = events.length === limit;
  const last = events.at(-1)?.seq ?? after;
  const seq = isFull ? last : Math.max(last, head.seq);
  return ok({ events, isFull, seq });
}
