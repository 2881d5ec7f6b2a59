import type { Tx } from "../../../ports/unit_of_work.ts";
import type { RecordedEvent } from "../../events/event.ts";
import { eventCells } from "../detail.ts";
import { eventTables } from "../event_tables.ts";
import type { Report } from "../report.ts";
import { previousPeriod } from "../report_demand.ts";
import type { RowSource } from "./row_source_of.ts";

/** Events, and how many there are of each type. */
export async function eventsSource(
  tx: Tx,
  { terms, period }: Report,
): Promise<RowSource<RecordedEvent, number>> {
  const { memberId, eventType } = terms.filters;
  const only = {
    ...memberId !== undefined && { actor: memberId },
    ...eventType !== undefined && { types: [eventType] },
  };
  const asked = { ...period, ...only };
  const counted = await tx.reportRows.countEvents(asked);
  const previous = terms.compare === null
    ? null
    : await tx.reportRows.countEvents({ ...previousPeriod(period), ...only });
  const passed = new Map<string, number>();
  return {
    count: counted.reduce((all, { count }) => all + count, 0),
    async read(tx, after, limit) {
      const read = await tx.events.after(after ?? 0, limit, asked);
      const last = read.at(-1)?.seq;
      return { read, next: read.length < limit ? null : last ?? null };
    },
    pass(read) {
      for (const { type } of read) {
        passed.set(type, (passed.get(type) ?? 0) + 1);
      }
      return read.map(eventCells);
    },
    tables: () =>
      eventTables(
        [...passed].map(([type, count]) => ({ type, count })),
        previous,
      ),
  };
}
