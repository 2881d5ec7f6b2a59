import { z } from "@hono/zod-openapi";
import { ok } from "../../../src/kernel/result.ts";
import { attachmentHeader } from "../../../src/receipts/file_name.ts";
import { CONTENT_TYPES, reportFailures } from "../../../src/reports/report.ts";
import { findLostFiles } from "../../../src/reports/use_cases/find_lost_files.ts";
import { linkReport } from "../../../src/reports/use_cases/link_report.ts";
import { openReportFile } from "../../../src/reports/use_cases/open_report_file.ts";
import { requestFormats } from "../../../src/reports/use_cases/request_formats.ts";
import { told } from "../json_schema.ts";
import { FILES_PATH } from "../receipt_files.ts";
import { type Route, route } from "../route.ts";
import {
  formatSchema,
  formatsSchema,
  reportJson,
  reportSchema,
} from "./report_schema.ts";
import { reportId as id, REPORTS_TAG as tag } from "./report_path.ts";

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
  async handle({ deps, unkeyed, scope, id, body: { formats } }) {
    const lost = await findLostFiles(unkeyed, scope, id, formats);
    if (!lost.ok) return lost;
    const asked = await requestFormats(deps, scope, id, formats, lost.value);
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

/** What a report's files are asked for, read and linked to by. */
export const reportFileRoutes: readonly Route[] = [formats, download, link];
