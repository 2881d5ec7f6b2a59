import type { Failure } from "../../kernel/failure.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { REPORT_FORMATS, type ReportFormat } from "../report_demand.ts";
import { type Report, reportFailures, type ReportFile } from "../report.ts";

export type NotReady = Failure<
  "report.unfinished" | "report.not_made" | "report.file_gone"
>;

/** What people read before programs do. */
const PREFERRED: readonly ReportFormat[] = ["html", "xlsx", "csv", "json"];

/** The file of a finished report; of no format in particular: the one that is read best. */
export function readyFile(
  report: Report,
  format: ReportFormat | null,
): Result<
  { readonly format: ReportFormat; readonly file: ReportFile },
  NotReady
> {
  const { state, files, erasedAt } = report;
  if (state !== "done") return fail(reportFailures.unfinished({ state }));
  if (erasedAt !== null) {
    return fail(reportFailures.file_gone({ erased_at: erasedAt }));
  }
  const made = format ?? PREFERRED.find((one) => files[one]) ?? "json";
  const file = files[made];
  return file ? ok({ format: made, file }) : fail(reportFailures.not_made({
    format: made,
    made: REPORT_FORMATS.filter((one) => files[one]),
  }));
}
