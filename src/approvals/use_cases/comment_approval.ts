import type { Deps } from "../../../ports/deps.ts";
import type { Failure } from "../../kernel/failure.ts";
import type { ApprovalId } from "../../kernel/ids.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { isErased } from "../../records/erased.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import { actorId, type Scope } from "../../tenancy/scope.ts";
import { approvalFailures } from "../approval.ts";
import { type HistoryEntry, historyEntry } from "../history_entry.ts";

/**
 * Says something of an approval, whatever its state, without deciding it. Refused where the record's texts were erased: a
 * comment could bring back whom they named.
 */
export async function commentApproval(
  deps: Pick<Deps, "uow" | "clock" | "ids">,
  scope: Scope,
  id: ApprovalId,
  text: string,
): Promise<
  Result<
    HistoryEntry,
    AccessDenied | Failure<"approval.missing" | "approval.erased">
  >
> {
  const allowed = permit(scope, "approvals.decide");
  if (!allowed.ok) return allowed;
  const at = deps.clock.now();
  return deps.uow.run(allowed.value, async (tx) => {
    const [approval] = await tx.approvals.find([id]);
    if (!approval) return fail(approvalFailures.missing({ approval_id: id }));
    // Read behind the approval's lock, which an erasure takes too.
    const [record] = await tx.records.find([approval.recordId]);
    if (record && isErased(record)) {
      return fail(approvalFailures.erased({ approval_id: id }));
    }
    const entry = historyEntry(deps.ids.next("aph"), approval, {
      kind: "commented",
      at,
      by: actorId(scope),
      text,
    });
    await tx.approvalHistory.add([entry]);
    return ok(entry);
  });
}
