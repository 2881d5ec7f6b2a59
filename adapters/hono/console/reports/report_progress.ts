import { ok } from "../../../../src/kernel/result.ts";
import type { Report } from "../../../../src/reports/report.ts";
import { readReport } from "../../../../src/reports/use_cases/read_report.ts";
import type { HowFar } from "../parts/how_far.ts";
import { progressStream } from "../shell/progress_stream.ts";
import { awaitedFormats } from "./files_card.tsx";
import { reportId } from "./report_path.ts";

/** How far a report is. What is asked for of a finished one is made while it stays done. */
export function reportHowFar(report: Report): HowFar {
  const { state, progress } = report;
  const isOver = state !== "waiting" && state !== "running";
  return { ...progress, isOver: isOver && awaitedFormats(report).length === 0 };
}

export const reportProgress = progressStream({
  path: "/reports/{id}/progress",
  action: "reports.read",
  id: reportId,
  async read(deps, scope, id) {
    const found = await readReport(deps, scope, id);
    return found.ok ? ok(reportHowFar(found.value)) : found;
  },
});
