import type { Deps } from "../../../ports/deps.ts";
import type { RecordFilter } from "../record_filter.ts";
import type { Page, PageRequest } from "../../kernel/page.ts";
import { ok, type Result } from "../../kernel/result.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";
import type { CompanyRecord } from "../record.ts";

/** A page of records, latest first. */
export async function listRecords(
  deps: Pick<Deps, "uow">,
  scope: Scope,
  filter: RecordFilter,
  page: PageRequest,
): Promise<Result<Page<CompanyRecord>, AccessDenied>> {
  const allowed = permit(scope, "records.read");
  if (!allowed.ok) return allowed;
  return deps.uow.run(
    allowed.value,
    async (tx) => ok(await tx.records.list(filter, page)),
  );
}
