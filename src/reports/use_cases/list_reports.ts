import type { Deps } from "../../../ports/deps.ts";
import type { ReportFilter } from "../../../ports/reports.ts";
import type { Page, PageRequest } from "../../kernel/page.ts";
import { ok, type Result } from "../../kernel/result.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";
import type { Report } from "../report.ts";

/** A page of reports, the latest first. */
export async function listReports(
  deps: Pick<Deps, "uow">,
  scope: Scope,
  filter: ReportFilter,
  page: PageRequest,
): Promise<Result<Page<Report>, AccessDenied>> {
  const allowed = permit(scope, "reports.read");
  if (!allowed.ok) return allowed;
  return deps.uow.run(
    allowed.value,
    async (tx) => ok(await tx.reports.list(filter, page)),
  );
}
