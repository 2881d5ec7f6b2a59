import { z } from "@hono/zod-openapi";
import { ok } from "../../../src/kernel/result.ts";
import { REPORT_STATES, reportFailures } from "../../../src/reports/report.ts";
import { REPORT_KINDS } from "../../../src/reports/report_demand.ts";
import { cancelReport } from "../../../src/reports/use_cases/cancel_report.ts";
import { listReports } from "../../../src/reports/use_cases/list_reports.ts";
import { readReport } from "../../../src/reports/use_cases/read_report.ts";
import { requestReport } from "../../../src/reports/use_cases/request_report.ts";
import { idText, instant } from "../fields.ts";
import { pageJson, pageQuery, pageRequest, pageSchema } from "../paging.ts";
import { type Route, route } from "../route.ts";
import {
  reportInFullJson,
  reportInFullSchema,
  reportJson,
  reportSchema,
  termsFields,
  termsOf,
} from "./report_schema.ts";
import { reportId as id, REPORTS_TAG as tag } from "./report_path.ts";

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

export const reportRoutes: readonly Route[] = [
  request,
  list,
  show,
  cancel,
];
