import type { Deps } from "../../../ports/deps.ts";
import type { Failure } from "../../kernel/failure.ts";
import type { ConflictId } from "../../kernel/ids.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";
import { conflictFailures, type ConflictInFull } from "../conflict.ts";
import { conflictsInFull } from "../parts/conflicts_in_full.ts";

/** One version that was kept aside, beside its record. */
export async function readConflict(
  deps: Pick<Deps, "uow">,
  scope: Scope,
  id: ConflictId,
): Promise<Result<ConflictInFull, AccessDenied | Failure<"conflict.missing">>> {
  const allowed = permit(scope, "records.read");
  if (!allowed.ok) return allowed;
  return deps.uow.run(allowed.value, async (tx) => {
    const found = await tx.recordConflicts.find([id]);
    const [conflict] = await conflictsInFull(tx, found);
    return conflict
      ? ok(conflict)
      : fail(conflictFailures.missing({ conflict_id: id }));
  });
}
