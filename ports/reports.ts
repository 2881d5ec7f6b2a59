import type { Instant } from "../src/kernel/instant.ts";
import type { ReportScheduleId } from "../src/kernel/ids.ts";
import type { Page, PageRequest } from "../src/kernel/page.ts";
import type { Report, ReportState } from "../src/reports/report.ts";
import type { ReportKind } from "../src/reports/report_demand.ts";
import type { Store } from "./store.ts";

/** Narrows a list; every given part must hold. */
export interface ReportFilter {
  readonly kinds?: readonly ReportKind[];
  readonly state?: ReportState;
  readonly scheduleId?: ReportScheduleId;
  /** Not ended before this instant. */
  readonly since?: Instant;
}

/** A tenant's reports. */
export interface Reports extends Omit<Store<Report>, "all"> {
  /** Latest id first; the cursor is the last id shown. */
  list(filter: ReportFilter, page: PageRequest): Promise<Page<Report>>;
}
