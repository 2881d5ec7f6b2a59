import { z } from "@hono/zod-openapi";
import { ok } from "../../../src/kernel/result.ts";
import { reportFailures } from "../../../src/reports/report.ts";
import {
  type ReportSchedule,
  scheduleFailures,
} from "../../../src/reports/report_schedule.ts";
import { SCHEDULE_WINDOWS } from "../../../src/reports/schedule_window.ts";
import { changeSchedule } from "../../../src/reports/use_cases/change_schedule.ts";
import { createSchedule } from "../../../src/reports/use_cases/create_schedule.ts";
import { listSchedules } from "../../../src/reports/use_cases/list_schedules.ts";
import { readSchedule } from "../../../src/reports/use_cases/read_schedule.ts";
import { removeSchedule } from "../../../src/reports/use_cases/remove_schedule.ts";
import { name, text } from "../fields.ts";
import { told } from "../json_schema.ts";
import {
  pageById,
  pageJson,
  pageQuery,
  pageRequest,
  pageSchema,
} from "../paging.ts";
import { type Route, route } from "../route.ts";
import {
  termsFields,
  termsJson,
  termsOf,
  toldTermsSchema,
} from "./report_schema.ts";

const tag = "reports";
const id = {
  prefix: "rps",
  missing: (id: string) => scheduleFailures.missing({ schedule_id: id }),
} as const;

const terms = z.strictObject(termsFields).openapi("ReportTerms");
const cron = text(100).openapi({
  description:
    "Minute, hour, day of the month, month, day of the week; once an hour at most",
  example: "0 7 1 * *",
});
const timeZone = text(100).openapi({ example: "Europe/Berlin" });
const fields = {
  name: name(),
  cron,
  time_zone: timeZone,
  covers: z.enum(SCHEDULE_WINDOWS).openapi({
    description:
      "The last whole one before the report is due, in the time zone",
  }),
  report: terms,
  paused: z.boolean({ error: "is not a boolean" }),
};

const scheduleSchema = z.object({
  id: z.string(),
  name: z.string(),
  cron: z.string(),
  time_zone: z.string(),
  covers: z.enum(SCHEDULE_WINDOWS),
  report: z.object(toldTermsSchema),
  paused: z.boolean(),
  next_at: told.nullable().openapi({ description: "Null: it rests" }),
  last_report_id: z.string().nullable(),
  created_at: told,
  created_by: z.string(),
}).openapi("ReportSchedule");

function scheduleJson(schedule: ReportSchedule) {
  const { id, name, cron, timeZone, covers, paused } = schedule;
  return {
    id,
    name,
    cron,
    time_zone: timeZone,
    covers,
    report: termsJson(schedule.terms),
    paused,
    next_at: schedule.nextAt,
    last_report_id: schedule.lastReportId,
    created_at: schedule.createdAt,
    created_by: schedule.createdBy,
  };
}

const create = route({
  method: "post",
  path: "/report-schedules",
  tag,
  summary: "Have a report made again and again",
  description:
    "Each time one report is made, and told of by a notice (`report_ready`). After a stop one is made for the last time that was missed.",
  action: "reports.write",
  body: {
    schema: z.strictObject({
      ...fields,
      time_zone: timeZone.default("UTC"),
      paused: fields.paused.default(false),
    }).openapi("ReportScheduleRequest"),
    example: {
      name: "Spend of the month",
      cron: "0 7 1 * *",
      time_zone: "Europe/Berlin",
      covers: "previous_month",
      report: { kind: "spend", compare: "previous_period" },
    },
  },
  answer: { status: 201, description: "It", schema: scheduleSchema },
  refusals: [
    reportFailures.unknown_filter(),
    scheduleFailures.wrong_time(),
    scheduleFailures.too_many(),
  ],
  async handle({ deps, scope, body }) {
    const { name, cron, time_zone, covers, report, paused } = body;
    const created = await createSchedule(deps, scope, {
      name,
      cron,
      timeZone: time_zone,
      covers,
      terms: termsOf(report),
      paused,
    });
    return created.ok ? ok({ body: scheduleJson(created.value) }) : created;
  },
});

const list = route({
  method: "get",
  path: "/report-schedules",
  tag,
  summary: "List report schedules",
  action: "reports.read",
  query: z.strictObject(pageQuery("rps")),
  answer: {
    status: 200,
    description: "A page of them",
    schema: pageSchema(scheduleSchema),
  },
  async handle({ deps, scope, query }) {
    const all = await listSchedules(deps, scope);
    if (!all.ok) return all;
    const page = pageById(all.value, pageRequest(query));
    return ok({ body: pageJson(page, scheduleJson) });
  },
});

const show = route({
  method: "get",
  path: "/report-schedules/{id}",
  tag,
  summary: "Show a report schedule",
  action: "reports.read",
  id,
  etag: true,
  answer: { status: 200, description: "It", schema: scheduleSchema },
  async handle({ deps, scope, id }) {
    const read = await readSchedule(deps, scope, id);
    if (!read.ok) return read;
    return ok({ body: scheduleJson(read.value), version: read.value.version });
  },
});

const change = route({
  method: "patch",
  path: "/report-schedules/{id}",
  tag,
  summary: "Change, pause or resume a report schedule",
  description:
    "What is left out stays; `report` is given whole. Reports that a pause left out are not made later.",
  action: "reports.write",
  id,
  ifMatch: true,
  etag: true,
  body: {
    schema: z.strictObject({
      name: fields.name.optional(),
      cron: cron.optional(),
      time_zone: timeZone.optional(),
      covers: fields.covers.optional(),
      report: terms.optional(),
      paused: fields.paused.optional(),
    }).openapi("ReportScheduleChange"),
    example: { paused: true },
  },
  answer: { status: 200, description: "It", schema: scheduleSchema },
  refusals: [
    reportFailures.unknown_filter(),
    scheduleFailures.stale(),
    scheduleFailures.wrong_time(),
  ],
  async handle({ deps, scope, id, body, seenVersion }) {
    const { name, cron, time_zone, covers, report, paused } = body;
    const changed = await changeSchedule(deps, scope, id, {
      change: {
        ...name !== undefined && { name },
        ...cron !== undefined && { cron },
        ...time_zone !== undefined && { timeZone: time_zone },
        ...covers !== undefined && { covers },
        ...report !== undefined && { terms: termsOf(report) },
        ...paused !== undefined && { paused },
      },
      seenVersion,
    });
    if (!changed.ok) return changed;
    const { value } = changed;
    return ok({ body: scheduleJson(value), version: value.version });
  },
});

const remove = route({
  method: "delete",
  path: "/report-schedules/{id}",
  tag,
  summary: "Remove a report schedule",
  description: "The reports that it had made stay.",
  action: "reports.write",
  id,
  answer: { status: 204, description: "It is not there any more" },
  async handle({ deps, scope, id }) {
    const removed = await removeSchedule(deps, scope, id);
    return removed.ok ? ok({ body: null }) : removed;
  },
});

export const reportScheduleRoutes: readonly Route[] = [
  create,
  list,
  show,
  change,
  remove,
];
