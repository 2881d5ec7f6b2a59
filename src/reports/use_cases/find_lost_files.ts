import type { Deps } from "../../../ports/deps.ts";
import type { ReportFileId, ReportId } from "../../kernel/ids.ts";
import { ok, type Result } from "../../kernel/result.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";
import { isFileThere } from "../parts/is_file_there.ts";
import type { ReportFormat } from "../report_demand.ts";

/**
 * Which files a report tells of, in the formats that are asked for, that the storage no longer has; none of a report that
 * is not there. JSON is looked at too: the others are made of its rows.
 */
export async function findLostFiles(
  deps: Pick<Deps, "uow" | "files">,
  scope: Scope,
  id: ReportId,
  asked: readonly ReportFormat[],
): Promise<Result<ReadonlySet<ReportFileId>, AccessDenied>> {
  const allowed = permit(scope, "reports.write");
  if (!allowed.ok) return allowed;
  const { value: made } = await deps.uow.run(
    allowed.value,
    async (tx) => ok((await tx.reports.find([id]))[0]?.files ?? {}),
  );
  const lost = new Set<ReportFileId>();
  for (const format of new Set<ReportFormat>(["json", ...asked])) {
    const file = made[format];
    if (file && !await isFileThere(deps.files, scope.tenantId, file)) {
      lost.add(file.id);
    }
  }
  return ok(lost);
}
