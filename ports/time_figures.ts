import type { Instant } from "../src/kernel/instant.ts";
import type { OfRecords, Span } from "../src/processing/quality/figures.ts";
import type { Backlog } from "../src/reports/backlog_age.ts";
import type {
  DecisionsIn,
  OutcomesIn,
  TimeStep,
} from "../src/reports/over_time.ts";

/** What went on over time, and what waits now: each is one statement. In any order. */
export interface TimeFigures {
  /** Decisions of the pipeline, by source and part of `span`. */
  decisions(
    span: Span,
    step: TimeStep,
    of?: OfRecords,
  ): Promise<readonly DecisionsIn[]>;
  /** What people said of proposals, by source, whether settled, and part of `span`. */
  outcomes(span: Span, step: TimeStep): Promise<readonly OutcomesIn[]>;
  /** Approvals that wait at `now`. */
  backlog(now: Instant): Promise<Backlog>;
}
