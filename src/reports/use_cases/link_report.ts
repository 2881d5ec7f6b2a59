import type { Deps } from "../../../ports/deps.ts";
import type { Failure } from "../../kernel/failure.ts";
import type { ReportId } from "../../kernel/ids.ts";
import { type Instant, plusMs } from "../../kernel/instant.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import type { AccessDenied } from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";
import { isFileThere } from "../parts/is_file_there.ts";
import { type NotReady, readyFile } from "../parts/ready_file.ts";
import type { ReportFormat } from "../report_demand.ts";
import {
  CONTENT_TYPES,
  REPORT_LINK_MS,
  reportFailures,
  reportFileKey,
  reportFileName,
} from "../report.ts";
import { readReport } from "./read_report.ts";

/** Where the file is read for a while: by an address of the storage, or by a token of this service. */
export type ReportLink =
  & ({ readonly url: string } | { readonly token: string })
  & { readonly format: ReportFormat; readonly expiresAt: Instant };

/** Makes a link that lets whoever has it read the file, and nothing else, for five minutes; another one whenever it is asked for. */
export async function linkReport(
  deps: Pick<Deps, "uow" | "clock" | "files" | "fileLinks">,
  scope: Scope,
  id: ReportId,
  asked: ReportFormat | null,
): Promise<
  Result<
    ReportLink,
    | AccessDenied
    | NotReady
    | Failure<"report.missing" | "report.file_lost" | "report.no_links">
  >
> {
  const read = await readReport(deps, scope, id);
  if (!read.ok) return read;
  const ready = readyFile(read.value, asked);
  if (!ready.ok) return ready;
  const { file, format } = ready.value;
  const { tenantId } = scope;
  if (!await isFileThere(deps.files, tenantId, file)) {
    return fail(reportFailures.file_lost({ format }));
  }
  const expiresAt = plusMs(deps.clock.now(), REPORT_LINK_MS);
  const url = await deps.files.downloadLink(reportFileKey(tenantId, file.id), {
    expiresAt,
    fileName: reportFileName(read.value, format),
    contentType: CONTENT_TYPES[format],
  });
  if (url !== null) return ok({ url, format, expiresAt });
  if (deps.fileLinks === null) return fail(reportFailures.no_links());
  const token = await deps.fileLinks.sign({
    tenantId,
    reportId: id,
    format,
    expiresAt,
  });
  return ok({ token, format, expiresAt });
}
