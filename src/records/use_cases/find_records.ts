import type { Deps } from "../../../ports/deps.ts";
import type { RecordId } from "../../kernel/ids.ts";
import { ok, type Result } from "../../kernel/result.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";
import type { CompanyRecord } from "../record.ts";

/** Those of `ids` that are there, by id. */
export async function findRecords(
  deps: Pick<Deps, "uow">,
  scope: Scope,
  ids: readonly RecordId[],
): Promise<Result<ReadonlyMap<RecordId, CompanyRecord>, AccessDenied>> {
  const allowed = permit(scope, "records.read");
  if (!allowed.ok) return allowed;
  return deps.uow.run(allowed.value, async (tx) => {
    const found = await tx.records.find([...new Set(ids)]);
    return ok(new Map(found.map((record) => [record.id, record])));
  });
}
