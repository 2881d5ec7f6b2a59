import { z } from "@hono/zod-openapi";
import { fail } from "../../../../src/kernel/result.ts";
import { attachmentHeader } from "../../../../src/receipts/file_name.ts";
import { reportFailures } from "../../../../src/reports/report.ts";
import { REPORT_FORMATS } from "../../../../src/reports/report_demand.ts";
import { openReportFile } from "../../../../src/reports/use_cases/open_report_file.ts";
import { errorPage } from "../shell/answer_page.tsx";
import { NOTHING_SENT } from "../shell/form_state.ts";
import type { ConsoleRoute } from "../shell/console_route.ts";
import { idIn } from "../shell/page.tsx";
import { reportPage } from "./report_page.tsx";
import { reportId } from "./report_path.ts";

const formatSchema = z.enum(REPORT_FORMATS);

/** `GET /console/reports/{id}/file?format=`: a file of the report, for its reader to keep. */
export const reportFile: ConsoleRoute = {
  method: "get",
  path: "/reports/{id}/file",
  action: "reports.read",
  async respond(asked) {
    const { c, deps, scope, frame } = asked;
    const id = idIn(asked, reportId);
    if (!id.ok) return errorPage(c, id.failure, frame);
    const format = formatSchema.safeParse(c.req.query("format"));
    const opened = format.success
      ? await openReportFile(deps, scope, id.value, format.data)
      : fail(reportFailures.not_made());
    if (!opened.ok) {
      const { failure } = opened;
      return failure.kind === "report.file_lost"
        ? reportPage.again(asked, { ...NOTHING_SENT, failure }, failure)
        : errorPage(c, failure, frame);
    }
    const { content, contentType, fileName, bytes } = opened.value;
    const isHead = c.req.method === "HEAD";
    // Nobody reads the body of an answer to HEAD.
    if (isHead) await content.cancel();
    return new Response(isHead ? null : content, {
      headers: {
        "Content-Type": contentType,
        "Content-Length": String(bytes),
        "Content-Disposition": attachmentHeader(fileName),
        "Content-Security-Policy": "sandbox; default-src 'none'",
        "Cache-Control": "private, no-store",
      },
    });
  },
};
