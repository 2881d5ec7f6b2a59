import { type Held, TENANT_LONG } from "./held.ts";

/** What is kept of reports; their rows stand in the file storage. */
export const HELD_OF_REPORTS: Readonly<Record<string, Held>> = {
  reports: {
    of: "people in records, and members, whom figures and files name",
    personal: "terms tables",
    plain:
      "tenant_id id version created_at created_by schedule_id period state progress rows files writing ended_at erased_at",
    kept: "`reports_days` after they ended, files and all",
    erased:
      "files that may name the person go, and figures and filters that do; totals stay. One that is not done is made of what is left, or ends where nothing is. Ask for the report again",
  },
  report_schedules: {
    of: "people whom a name or a filter names",
    personal: "name terms",
    plain:
      "tenant_id id version created_at created_by cron time_zone covers paused run next_at last_report_id removed_at",
    kept: TENANT_LONG,
    erased:
      "where it filters by a counterparty that no record has any more, filter and name become `erased` and it is paused; else nothing: change or remove it",
  },
};
