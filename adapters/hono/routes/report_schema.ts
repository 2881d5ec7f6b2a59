import { z } from "@hono/zod-openapi";
import {
  GROUPINGS,
  REPORT_FORMATS,
  REPORT_KINDS,
  type ReportFilters,
  type ReportTerms,
} from "../../../src/reports/report_demand.ts";
import { toldFilters } from "../../../src/reports/report_document.ts";
import { EXCEPTION_KINDS } from "../../../src/reports/exceptions.ts";
import {
  FILTER_NAMES,
  type FilterName,
} from "../../../src/reports/filter_names.ts";
import type { ReportTable } from "../../../src/reports/report_table.ts";
import { type Report, REPORT_STATES } from "../../../src/reports/report.ts";
import { minorDigits } from "../../../src/kernel/money.ts";
import { idText, text } from "../fields.ts";
import { told } from "../json_schema.ts";

export const formatSchema = z.enum(REPORT_FORMATS);
export const formatsSchema = z.array(formatSchema).max(REPORT_FORMATS.length);

export const filtersSchema = z.strictObject(
  {
    category_id: idText("cat", "a category").optional(),
    connection_id: idText("con", "a connection").optional(),
    counterparty: text(500).optional().openapi({
      description: "As it stands in records",
    }),
    currency: z.string().refine((code) => minorDigits(code) !== undefined, {
      error: "is not an ISO 4217 currency code",
    }).optional(),
    rule_id: idText("rule", "a rule").optional(),
    member_id: z.union([idText("usr", "a member"), idText("key", "a key")], {
      error: "is not the id of a member or a key",
    }).optional().openapi({ description: "Of a member or a key" }),
    exception: z.enum(EXCEPTION_KINDS).optional(),
    event_type: z.string().regex(/^[A-Z_]{1,64}$/, {
      error: "is not the name of an event type",
    }).optional().openapi({ example: "TX_APPROVED" }),
  } satisfies Record<FilterName, z.ZodType>,
).openapi("ReportFilters", {
  description:
    "Every given part must hold. `category_id` (that the record has when the report is made) and `connection_id`: of all kinds but `audit_trail`; `counterparty` and `currency`: of `spend`; `rule_id`: of `rule_performance`; `member_id`: of `reviewer_activity` and `audit_trail`; `exception`: of `exceptions`; `event_type`: of `audit_trail`",
});

/** What is asked of a report, but for its period. */
export const termsFields = {
  kind: z.enum(REPORT_KINDS),
  grouping: z.enum(GROUPINGS).optional().openapi({
    description: "Of `spend`: `category` where absent",
  }),
  filters: filtersSchema.default({}),
  compare: z.literal("previous_period").nullable().default(null).openapi({
    description:
      "With the period of the same length that ends where this begins",
  }),
  formats: formatsSchema.default([...REPORT_FORMATS]).openapi({
    description:
      "All where absent. JSON is made always; others can be asked for later",
  }),
};

/** The terms as use cases take them. */
export function termsOf(
  { kind, grouping, filters, compare, formats }: z.output<
    z.ZodObject<typeof termsFields>
  >,
): ReportTerms {
  return {
    kind,
    grouping: grouping ?? null,
    filters: filtersOf(filters),
    compare,
    formats,
  };
}

/** Filters as use cases take them; what is not given is left out. */
export function filtersOf(
  given: z.output<typeof filtersSchema>,
): ReportFilters {
  return Object.fromEntries(
    Object.entries(FILTER_NAMES)
      .map(([name, told]) => [name, given[told]] as const)
      .filter(([, value]) => value !== undefined),
  );
}

export const toldTermsSchema = {
  kind: z.enum(REPORT_KINDS),
  grouping: z.enum(GROUPINGS).nullable(),
  filters: z.object(
    {
      category_id: z.string().optional(),
      connection_id: z.string().optional(),
      counterparty: z.string().optional(),
      currency: z.string().optional(),
      rule_id: z.string().optional(),
      member_id: z.string().optional(),
      exception: z.string().optional(),
      event_type: z.string().optional(),
    } satisfies Record<FilterName, z.ZodType>,
  ),
  compare: z.literal("previous_period").nullable(),
  formats: z.array(formatSchema),
};

export function termsJson(
  { kind, grouping, filters, compare, formats }: ReportTerms,
) {
  const told = toldFilters(filters);
  return { kind, grouping, filters: told, compare, formats: [...formats] };
}

const cell = z.union([z.string(), z.number(), z.null()]);

const tableSchema = z.object({
  name: z.string(),
  title: z.string(),
  note: z.string().nullable(),
  columns: z.array(z.object({
    name: z.string(),
    label: z.string(),
    kind: z.enum(["text", "instant", "count", "number", "share", "amount"]),
  })),
  rows: z.array(z.array(cell)),
}).openapi("ReportTable", {
  description:
    "Figures: a cell for each column. Amounts are exact decimal text in the currency of their row; shares are from 0 to 1",
});

export const reportSchema = z.object({
  id: z.string(),
  ...toldTermsSchema,
  from: told,
  to: told,
  schedule_id: z.string().nullable(),
  created_at: told,
  created_by: z.string(),
  state: z.enum(REPORT_STATES),
  progress: z.object({
    done: z.number().int(),
    total: z.number().int().nullable().openapi({
      description: "Null until it is counted",
    }),
  }).openapi({ description: "Rows written, over all formats" }),
  rows: z.number().int().nullable().openapi({
    description: "How many rows stand behind the figures",
  }),
  files: z.array(z.object({
    format: formatSchema,
    bytes: z.number().int(),
    sha256: z.string(),
  })).openapi({ description: "Those that are made" }),
  ended_at: told.nullable(),
  erased_at: told.nullable().openapi({
    description:
      "When its files went because a person's data was erased; ask for it again",
  }),
}).openapi("Report");

export function reportJson(report: Report) {
  const { id, terms, period, files, scheduleId } = report;
  return {
    id,
    ...termsJson(terms),
    ...period,
    schedule_id: scheduleId,
    created_at: report.createdAt,
    created_by: report.createdBy,
    state: report.state,
    progress: report.progress,
    rows: report.rows,
    files: REPORT_FORMATS.flatMap((format) => {
      const file = files[format];
      return file ? [{ format, bytes: file.bytes, sha256: file.sha256 }] : [];
    }),
    ended_at: report.endedAt,
    erased_at: report.erasedAt,
  };
}

/** A report with its figures, which are told once it is done. */
export const reportInFullSchema = reportSchema.extend({
  figures: z.array(tableSchema).nullable(),
}).openapi("ReportInFull");

export function reportInFullJson(report: Report) {
  const done = report.state === "done" ? report.tables : null;
  return { ...reportJson(report), figures: done && done.map(tableJson) };
}

function tableJson({ name, title, note, columns, rows }: ReportTable) {
  return { name, title, note, columns, rows };
}
