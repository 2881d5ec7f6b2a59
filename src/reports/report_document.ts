import type { ReportId } from "../kernel/ids.ts";
import type { Instant } from "../kernel/instant.ts";
import type { Json } from "../kernel/json.ts";
import { DETAIL } from "./detail.ts";
import {
  previousPeriod,
  type ReportFilters,
  type ReportKind,
  type ReportPeriod,
} from "./report_demand.ts";
import { FILTER_NAMES, type FilterName } from "./filter_names.ts";
import type { Report } from "./report.ts";
import type { Column, ReportTable, Row } from "./report_table.ts";

/** What every file of a report begins with. */
export interface ReportHead {
  readonly id: ReportId;
  readonly kind: ReportKind;
  readonly title: string;
  readonly company: string;
  readonly period: ReportPeriod;
  readonly previous: ReportPeriod | null;
  readonly grouping: string | null;
  readonly filters: { readonly [name: string]: Json };
  readonly requestedAt: Instant;
}

/** A report as its files are written: figures are held, rows pass by. */
export interface ReportDocument {
  readonly head: ReportHead;
  /** The figures; asked for when the rows have passed where they come first. */
  tables(): readonly ReportTable[];
  /** Null: it is figures alone. */
  readonly detail: {
    readonly name: string;
    readonly title: string;
    readonly columns: readonly Column[];
    /** How many rows there are, where that is known. */
    readonly count: number | null;
    readonly rows: AsyncIterable<readonly Row[]>;
  } | null;
}

const TITLES = {
  spend: "Spend",
  automation: "Automation",
  reviewer_activity: "Reviewer activity",
  rule_performance: "Rule performance",
  exceptions: "Exceptions",
  audit_trail: "Audit trail",
} as const;

/** The head of a report. */
export function headOf(report: Report, company: string): ReportHead {
  const { id, terms, period, createdAt } = report;
  const { grouping, filters } = terms;
  return {
    id,
    kind: terms.kind,
    title: TITLES[terms.kind] + (grouping === null ? "" : ` by ${grouping}`),
    company,
    period,
    previous: terms.compare === null ? null : previousPeriod(period),
    grouping,
    filters: toldFilters(filters),
    requestedAt: createdAt,
  };
}

/** The filters as the API and files tell them. */
export function toldFilters(
  filters: ReportFilters,
): { readonly [N in FilterName]?: string } {
  return Object.fromEntries(
    Object.entries(filters).map((
      [name, value],
    ) => [FILTER_NAMES[name as keyof ReportFilters], value]),
  );
}

/** The document of a report, whose rows come from elsewhere. */
export function documentOf(
  report: Report,
  { company, tables, rows }: {
    readonly company: string;
    readonly tables: () => readonly ReportTable[];
    readonly rows: AsyncIterable<readonly Row[]>;
  },
): ReportDocument {
  const detail = DETAIL[report.terms.kind];
  return {
    head: headOf(report, company),
    tables,
    detail: detail && { ...detail, count: report.rows, rows },
  };
}
