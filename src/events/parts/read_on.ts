import type { EventFilter } from "../../../ports/event_log.ts";
import type { Tx } from "../../../ports/unit_of_work.ts";
import type { RecordedEvent } from "../event.ts";

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
 * an event sees all before it, and reading on behind `seq` leaves none out.
 */
export async function readOn(
  { events: log }: Pick<Tx, "events">,
  { after, limit, filter }: {
    readonly after: number;
    readonly limit: number;
    readonly filter: EventFilter;
  },
): Promise<LogPage> {
  // Before the events: those up to this head are all there when they are read.
  const head = await log.head();
  const events = await log.after(after, limit, filter);
  const isFull = events.length === limit;
  const last = events.at(-1)?.seq ?? after;
  return { events, isFull, seq: isFull ? last : Math.max(last, head.seq) };
}
