import { z } from "@hono/zod-openapi";
import { ok } from "../../../../src/kernel/result.ts";
import { REPORT_FORMATS } from "../../../../src/reports/report_demand.ts";
import { cancelReport } from "../../../../src/reports/use_cases/cancel_report.ts";
import { findLostFiles } from "../../../../src/reports/use_cases/find_lost_files.ts";
import { requestFormats } from "../../../../src/reports/use_cases/request_formats.ts";
import { listedTexts } from "../parts/listed_texts.ts";
import { action } from "../shell/action.ts";
import { reportPage } from "./report_page.tsx";
import { reportId, reportPath } from "./report_path.ts";

/** Gives up a report that is not done. */
export const cancelAction = action({
  path: "/reports/{id}/cancel",
  action: "reports.write",
  id: reportId,
  form: z.object({}),
  page: reportPage,
  async act({ deps, scope, id }) {
    const done = await cancelReport(deps, scope, id);
    return done.ok
      ? ok({
        to: reportPath(id),
        flash: { kind: "done", text: "The report was cancelled." },
      })
      : done;
  },
});

/** Asks for another format of what is there. */
export const formatsAction = action({
  path: "/reports/{id}/formats",
  action: "reports.write",
  id: reportId,
  form: z.object({ formats: listedTexts(REPORT_FORMATS) }),
  page: reportPage,
  async act({ deps, scope, id, form: { formats } }) {
    const lost = await findLostFiles(deps, scope, id, formats);
    if (!lost.ok) return lost;
    const asked = await requestFormats(deps, scope, id, formats, lost.value);
    return asked.ok
      ? ok({
        to: reportPath(id),
        flash: { kind: "done", text: "It is being made." },
      })
      : asked;
  },
});
