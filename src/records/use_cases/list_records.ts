import type { Deps } from "../../../ports/deps.ts";
import type { RecordFilter } from "../record_filter.ts";
import type { RecordId } from "../../kernel/ids.ts";
import type { Page, PageRequest } from "../../kernel/page.ts";
import { ok, type Result } from "../../kernel/result.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";
import type { CompanyRecord } from "../record.ts";

/** A page of records, and which of them are not booked yet at their source. */
export type ListedRecords = Page<CompanyRecord> & {
  readonly pending: ReadonlySet<RecordId>;
};

/** A page of records, latest first. */
export async function listRecords(
  deps: Pick<Deps, "uow">,
  scope: Scope,
  filter: RecordFilter,
  page: PageRequest,
): Promise<Result<ListedRecords, AccessDenied>> {
  const allowed = permit(scope, "records.read");
  if (!allowed.ok) return allowed;
  return deps.uow.run(allowed.value, async (tx) => {
    const found = await tx.records.list(filter, page);
    const ids = found.data.map(({ id }) => id);
    const pending = new Set(await tx.pendingRecords.among(ids));
    return ok({ ...found, pending });
  });
}
