import type { Deps } from "../../../ports/deps.ts";
import type { ConflictFilter } from "../../../ports/record_conflicts.ts";
import type { Page, PageRequest } from "../../kernel/page.ts";
import { ok, type Result } from "../../kernel/result.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";
import type { ConflictInFull } from "../conflict.ts";
import { conflictsInFull } from "../parts/conflicts_in_full.ts";

/** A page of versions that were kept aside, latest first. */
export async function listConflicts(
  deps: Pick<Deps, "uow">,
  scope: Scope,
  filter: ConflictFilter,
  page: PageRequest,
): Promise<Result<Page<ConflictInFull>, AccessDenied>> {
  const allowed = permit(scope, "records.read");
  if (!allowed.ok) return allowed;
  return deps.uow.run(allowed.value, async (tx) => {
    const { data, nextCursor } = await tx.recordConflicts.list(filter, page);
    return ok({ data: await conflictsInFull(tx, data), nextCursor });
  });
}
