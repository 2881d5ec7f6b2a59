import { failures } from "../kernel/failure.ts";
import { type FileKey, fileKey } from "../kernel/file_key.ts";
import type {
  ReportFileId,
  ReportId,
  ReportScheduleId,
  TenantId,
} from "../kernel/ids.ts";
import type { Instant } from "../kernel/instant.ts";
import type {
  ReportFormat,
  ReportPeriod,
  ReportTerms,
} from "./report_demand.ts";
import type { ReportTable } from "./report_table.ts";

/** Bytes of the largest file of a report. */
export const REPORT_FILE_BYTES_MAX = 4 * 1024 ** 3;

/** How long a link to a file lasts. */
export const REPORT_LINK_MS = 300_000;

export const REPORT_STATES = [
  "waiting",
  "running",
  "done",
  "failed",
  "cancelled",
] as const;
export type ReportState = typeof REPORT_STATES[number];

/** A file of a report, whole. */
export interface ReportFile {
  readonly id: ReportFileId;
  readonly bytes: number;
  /** Lower-case hex. */
  readonly sha256: string;
}

/** A report that was asked for, how far it is, and what it says. Once it is done its figures never change. */
export interface Report {
  readonly id: ReportId;
  readonly version: number;
  readonly createdAt: Instant;
  /** The id of the member or key that asked; of a schedule, of whoever made it. */
  readonly createdBy: string;
  readonly scheduleId: ReportScheduleId | null;
  readonly terms: ReportTerms;
  readonly period: ReportPeriod;
  readonly state: ReportState;
  /** Rows that are written, and those there will be, over all formats; `total` null: not counted yet. */
  readonly progress: { readonly done: number; readonly total: number | null };
  /** The figures; null until they are all known. */
  readonly tables: readonly ReportTable[] | null;
  /** How many rows stand behind the figures; null until they are counted. */
  readonly rows: number | null;
  readonly files: { readonly [F in ReportFormat]?: ReportFile };
  /** The file that is written just now: whoever does not find its own here has been overtaken. */
  readonly writing: ReportFileId | null;
  readonly endedAt: Instant | null;
  /** When its files went because a person's data was erased. */
  readonly erasedAt: Instant | null;
}

/** Where a file of a report is kept. */
export function reportFileKey(tenantId: TenantId, id: ReportFileId): FileKey {
  return fileKey(tenantId, "reports", id);
}

/** The ids of its files, the unfinished one among them. */
export function fileIdsOf({ files, writing }: Report): readonly ReportFileId[] {
  return [
    ...Object.values(files).map(({ id }) => id),
    ...writing === null ? [] : [writing],
  ];
}

/** What browsers save a file as. */
export function reportFileName(
  { terms, period }: Report,
  format: ReportFormat,
): string {
  const days = [period.from, period.to].map((one) => one.slice(0, 10));
  return `${terms.kind}-${days.join("-")}.${format}`;
}

export const CONTENT_TYPES: Readonly<Record<ReportFormat, string>> = {
  json: "application/json",
  csv: "text/csv; charset=utf-8; header=present",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  html: "text/html; charset=utf-8",
};

export const reportFailures = failures("report", {
  missing: { category: "missing", title: "No such report" },
  period_empty: {
    category: "invalid",
    title: "The period ends before it begins",
  },
  unknown_filter: {
    category: "invalid",
    title: "A filter names what is not there, or what the kind does not have",
  },
  unfinished: { category: "conflict", title: "The report is not done" },
  not_made: {
    category: "conflict",
    title: "The report was not made in this format; ask for it first",
  },
  ended: { category: "conflict", title: "The report has ended already" },
  file_gone: {
    category: "missing",
    title:
      "The files of the report were removed when a person's data was erased; ask for it again",
  },
  file_lost: {
    category: "missing",
    title:
      "The file is not in the storage any more; ask for the format again, or where it is the JSON, for the report",
  },
  no_links: {
    category: "conflict",
    title: "This service signs no links; it needs a session key",
  },
});
