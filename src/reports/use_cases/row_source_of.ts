import type { Tx } from "../../../ports/unit_of_work.ts";
import type { Instant } from "../../kernel/instant.ts";
import type { Scope } from "../../tenancy/scope.ts";
import type { Report } from "../report.ts";
import type { Passing, ReadPage } from "../row_source.ts";
import { eventsSource } from "./events_source.ts";
import { exceptionsSource } from "./exceptions_source.ts";
import { figuresSource } from "./figures_source.ts";
import { spendSource } from "./spend_source.ts";

/** Where the rows of a report come from, page by page, and the figures that follow from them. */
export interface RowSource<Read, After> extends Passing<Read> {
  /** How many rows there are, as of when it was opened. */
  readonly count: number;
  /** One page, by one statement: what it reads is passed once the unit that read it is over. */
  read(
    tx: Tx,
    after: After | null,
    limit: number,
  ): Promise<ReadPage<Read, After>>;
}

// What a source reads, and where its pages begin, is its own affair.
// deno-lint-ignore no-explicit-any
export type AnySource = RowSource<any, any>;

/** Opens the source of a report, with all that is compared or looked up once. */
export function rowSourceOf(
  tx: Tx,
  scope: Scope,
  report: Report,
  now: Instant,
): Promise<AnySource> {
  switch (report.terms.kind) {
    case "spend":
      return spendSource(tx, report);
    case "exceptions":
      return exceptionsSource(tx, scope, report, now);
    case "audit_trail":
      return eventsSource(tx, report);
    case "automation":
    case "reviewer_activity":
    case "rule_performance":
      return figuresSource(tx, report);
  }
}
