import type { RecordId } from "../src/kernel/ids.ts";
import type { EventCount } from "../src/reports/event_tables.ts";
import type {
  ExceptionCount,
  ExceptionRow,
  ExceptionsAsked,
} from "../src/reports/exceptions.ts";
import type { ReportPeriod } from "../src/reports/report_demand.ts";
import type { EventFilter } from "./event_log.ts";
import type { SpendAsked, SpendRow } from "../src/reports/spend.ts";

/** The rows behind a report's figures, in pages that begin beyond the last row of the one before, and how many there are. */
export interface ReportRows {
  /** By id of the record. */
  spend(
    asked: Omit<SpendAsked, "grouping">,
    after: RecordId | null,
    limit: number,
  ): Promise<readonly SpendRow[]>;
  /** By kind and id. */
  exceptions(
    asked: ExceptionsAsked,
    after: Pick<ExceptionRow, "kind" | "id"> | null,
    limit: number,
  ): Promise<readonly ExceptionRow[]>;
  countExceptions(asked: ExceptionsAsked): Promise<readonly ExceptionCount[]>;
  /** Those that `EventLog.after` gives by the same filter. */
  countEvents(
    filter: ReportPeriod & Pick<EventFilter, "types" | "actor">,
  ): Promise<readonly EventCount[]>;
}
