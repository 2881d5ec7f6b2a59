import { ERASED } from "../records/erased.ts";
import type { ReportTerms } from "./report_demand.ts";
import type { ReportSchedule } from "./report_schedule.ts";

/** Terms whose filter names nobody. */
export function termsWithoutCounterparty(terms: ReportTerms): ReportTerms {
  const { filters } = terms;
  return filters.counterparty === undefined
    ? terms
    : { ...terms, filters: { ...filters, counterparty: ERASED } };
}

/** A schedule of reports about somebody who was erased: it names nobody any more, and rests, as nothing is left to report. */
export function scheduleWithoutCounterparty(
  schedule: ReportSchedule,
): ReportSchedule {
  return {
    ...schedule,
    name: ERASED,
    terms: termsWithoutCounterparty(schedule.terms),
    paused: true,
    run: schedule.run + 1,
    nextAt: null,
  };
}
