import { z } from "@hono/zod-openapi";
import { ok } from "../../../src/kernel/result.ts";
import { attachmentHeader } from "../../../src/receipts/file_name.ts";
import {
  CONTENT_TYPES,
  REPORT_STATES,
  reportFailures,
} from "../../../src/reports/report.ts";
import { REPORT_KINDS } from "../../../src/reports/report_demand.ts";
import { cancelReport } from "../../../src/reports/use_cases/cancel_report.ts";
import { linkReport } from "../../../src/reports/use_cases/link_report.ts";
import { listReports } from "../../../src/reports/use_cases/list_reports.ts";
import { openReportFile } from "../../../src/reports/use_cases/open_report_file.ts";
import { readReport } from "../../../src/reports/use_cases/read_report.ts";
import { requestFormats } from "../../../src/reports/use_cases/request_formats.ts";
import { requestReport } from "../../../src/reports/use_cases/request_report.ts";
import { idText, instant } from "../fields.ts";
import { FILES_PATH } from "../receipt_files.ts";
import { told } from "../json_schema.ts";
import { pageJson, pageQuery, pageRequest, pageSchema } from "../paging.ts";
import { type Route, route } from "../route.ts";
import {
  formatSchema,
  formatsSchema,
  reportInFullJson,
  reportInFullSchema,
  reportJson,
  reportSchema,
  termsFields,
  termsOf,
} from "./report_schema.ts";

const tag = "reports";
const id = {
  prefix: "rpt",
  missing: (id: string) => reportFailures.missing({ report_id: id }),
} as const;
const formatQuery = z.strictObject({
  format: formatSchema.optional().openapi({
    description: "Where absent: HTML, else XLSX, CSV or JSON, what was made",
  }),
});
const notReady = [
  reportFailures.unfinished(),
  reportFailures.not_made(),
  reportFailures.file_gone(),
  reportFailures.file_lost(),
];

const request = route({
  method: "post",
  path: "/reports",
  tag,
  summary: "Ask for a report",
  description:
    "A job makes it: read it until its `state` is `done`, `failed` or `cancelled`. What a report says never changes.",
  action: "reports.write",
  body: {
    schema: z.strictObject({ ...termsFields, from: instant, to: instant })
      .openapi("ReportRequest"),
    example: {
      kind: "spend",
      grouping: "category",
      from: "2026-03-01",
      to: "2026-04-01",
      compare: "previous_period",
    },
  },
  answer: {
    status: 202,
    description: "The report, which waits for its job",
    schema: reportSchema,
  },
  refusals: [reportFailures.period_empty(), reportFailures.unknown_filter()],
  async handle({ deps, scope, body }) {
    const { from, to } = body;
    const asked = { terms: termsOf(body), period: { from, to } };
    const requested = await requestReport(deps, scope, asked);
    return requested.ok ? ok({ body: reportJson(requested.value) }) : requested;
  },
});

const list = route({
  method: "get",
  path: "/reports",
  tag,
  summary: "List reports, latest first",
  action: "reports.read",
  query: z.strictObject({
    ...pageQuery("rpt"),
    kind: z.enum(REPORT_KINDS).optional(),
    state: z.enum(REPORT_STATES).optional(),
    schedule_id: idText("rps", "a report schedule").optional(),
  }),
  answer: {
    status: 200,
    description: "A page of reports, without their figures",
    schema: pageSchema(reportSchema),
  },
  async handle({ deps, scope, query }) {
    const { kind, state, schedule_id } = query;
    const page = await listReports(deps, scope, {
      ...kind !== undefined && { kinds: [kind] },
      ...state !== undefined && { state },
      ...schedule_id !== undefined && { scheduleId: schedule_id },
    }, pageRequest(query));
    return page.ok ? ok({ body: pageJson(page.value, reportJson) }) : page;
  },
});

const show = route({
  method: "get",
  path: "/reports/{id}",
  tag,
  summary: "Show a report: how far it is, and its figures once it is done",
  action: "reports.read",
  id,
  answer: { status: 200, description: "It", schema: reportInFullSchema },
  async handle({ deps, scope, id }) {
    const read = await readReport(deps, scope, id);
    return read.ok ? ok({ body: reportInFullJson(read.value) }) : read;
  },
});

const cancel = route({
  method: "post",
  path: "/reports/{id}/cancel",
  tag,
  summary: "Give up a report that is not done",
  action: "reports.write",
  id,
  answer: { status: 200, description: "The report", schema: reportSchema },
  refusals: [reportFailures.ended()],
  async handle({ deps, scope, id }) {
    const cancelled = await cancelReport(deps, scope, id);
    return cancelled.ok ? ok({ body: reportJson(cancelled.value) }) : cancelled;
  },
});

const formats = route({
  method: "post",
  path: "/reports/{id}/formats",
  tag,
  summary: "Ask for more formats of a report",
  description:
    "They are made of the rows that the report kept, and so say the same, whatever happened to the records since. One whose file the storage lost is made again.",
  action: "reports.write",
  id,
  body: {
    schema: z.strictObject({ formats: formatsSchema.min(1) })
      .openapi("ReportFormatsRequest"),
    example: { formats: ["xlsx"] },
  },
  answer: {
    status: 202,
    description: "The report; `files` lists what is made",
    schema: reportSchema,
  },
  refusals: [
    reportFailures.ended(),
    reportFailures.file_gone(),
    reportFailures.file_lost(),
  ],
  async handle({ deps, scope, id, body }) {
    const asked = await requestFormats(deps, scope, id, body.formats);
    return asked.ok ? ok({ body: reportJson(asked.value) }) : asked;
  },
});

const download = route({
  method: "get",
  path: "/reports/{id}/download",
  tag,
  summary: "Download a report",
  description:
    "Needs a key or a session each time; for a link that stands by itself for a while see `link`.",
  action: "reports.read",
  id,
  query: formatQuery,
  answer: {
    status: 200,
    description: "The file",
    files: Object.values(CONTENT_TYPES),
  },
  refusals: notReady,
  async handle({ deps, scope, id, query }) {
    const opened = await openReportFile(
      deps,
      scope,
      id,
      query.format ?? null,
    );
    if (!opened.ok) return opened;
    const { content, contentType, fileName, bytes } = opened.value;
    return ok({
      body: null,
      written: { contentType, content },
      headers: {
        "Content-Length": String(bytes),
        "Content-Disposition": attachmentHeader(fileName),
        "Content-Security-Policy": "sandbox; default-src 'none'",
        "Cache-Control": "private, no-store",
      },
    });
  },
});

const link = route({
  method: "get",
  path: "/reports/{id}/link",
  tag,
  summary: "A link to a file of a report",
  description:
    "Whoever has it reads the file, without signing in, for five minutes. Ask again for another one.",
  action: "reports.read",
  id,
  query: formatQuery,
  answer: {
    status: 200,
    description: "The link",
    schema: z.object({
      url: z.string(),
      format: formatSchema,
      expires_at: told,
    })
      .openapi("ReportLink"),
  },
  refusals: [...notReady, reportFailures.no_links()],
  async handle({ deps, scope, id, query, origin }) {
    const made = await linkReport(deps, scope, id, query.format ?? null);
    if (!made.ok) return made;
    const { value } = made;
    const url = "url" in value
      ? value.url
      : `${origin}${FILES_PATH}/${value.token}`;
    const { format, expiresAt } = value;
    return ok({ body: { url, format, expires_at: expiresAt } });
  },
});

export const reportRoutes: readonly Route[] = [
  request,
  list,
  show,
  cancel,
  formats,
  download,
  link,
];
