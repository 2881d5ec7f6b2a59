import type { Instant } from "../kernel/instant.ts";
import type { Report } from "./report.ts";
import { termsWithoutCounterparty } from "./without_counterparty.ts";

/**
 * What an erasure leaves of a report. One that is not done is begun anew, of what is left, unless it asks for a counterparty
 * that no record has any more: that one has ended, like those that are done, of which the figures without names stay.
 */
export function emptiedReport(
  report: Report,
  { erasedAt, counterparties }: {
    readonly erasedAt: Instant;
    /** Those that records still have. */
    readonly counterparties: ReadonlySet<string>;
  },
): Report {
  const { state, terms, endedAt } = report;
  const { counterparty } = terms.filters;
  const bare: Report = { ...report, files: {}, writing: null };
  const isUnended = state === "waiting" || state === "running";
  if (
    isUnended &&
    (counterparty === undefined || counterparties.has(counterparty))
  ) return state === "waiting" ? report : { ...bare, tables: null, rows: null };
  return {
    ...bare,
    erasedAt,
    ...isUnended && { state: "done" },
    endedAt: endedAt ?? erasedAt,
    tables: isUnended ? null : withoutNames(report),
    terms: termsWithoutCounterparty(terms),
  };
}

/** Totals and counts name nobody; reviewers do, and groups by counterparty. */
function withoutNames({ tables, terms }: Report): Report["tables"] {
  if (terms.kind === "reviewer_activity") return null;
  return tables?.filter(({ name }) =>
    name === "totals" || terms.grouping !== "counterparty"
  ) ?? null;
}
