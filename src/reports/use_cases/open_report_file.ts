import type { Deps } from "../../../ports/deps.ts";
import type { Failure } from "../../kernel/failure.ts";
import type { ReportId } from "../../kernel/ids.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import type { AccessDenied } from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";
import { type NotReady, readyFile } from "../parts/ready_file.ts";
import type { ReportFormat } from "../report_demand.ts";
import {
  CONTENT_TYPES,
  reportFailures,
  reportFileKey,
  reportFileName,
} from "../report.ts";
import { readReport } from "./read_report.ts";

/** A file of a report, to hand out. */
export interface OpenedReport {
  readonly content: ReadableStream<Uint8Array<ArrayBuffer>>;
  readonly contentType: string;
  readonly fileName: string;
  readonly bytes: number;
}

/** Opens the file of a finished report; of no format in particular: the one that people read best. */
export async function openReportFile(
  deps: Pick<Deps, "uow" | "files">,
  scope: Scope,
  id: ReportId,
  format: ReportFormat | null,
): Promise<
  Result<
    OpenedReport,
    AccessDenied | NotReady | Failure<"report.missing" | "report.file_lost">
  >
> {
  const read = await readReport(deps, scope, id);
  if (!read.ok) return read;
  const ready = readyFile(read.value, format);
  if (!ready.ok) return ready;
  const { file, format: made } = ready.value;
  const key = reportFileKey(scope.tenantId, file.id);
  const content = await deps.files.read(key);
  if (content === null) return fail(reportFailures.file_lost({ format: made }));
  return ok({
    content,
    contentType: CONTENT_TYPES[made],
    fileName: reportFileName(read.value, made),
    bytes: file.bytes,
  });
}
