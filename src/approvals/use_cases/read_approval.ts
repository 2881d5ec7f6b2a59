import type { Deps } from "../../../ports/deps.ts";
import type { Failure } from "../../kernel/failure.ts";
import type { ApprovalId } from "../../kernel/ids.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import type { CompanyRecord } from "../../records/record.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";
import { type Approval, approvalFailures } from "../approval.ts";

/** One approval with its record. */
export async function readApproval(
  deps: Pick<Deps, "uow">,
  scope: Scope,
  id: ApprovalId,
): Promise<
  Result<
    { readonly approval: Approval; readonly record: CompanyRecord },
    AccessDenied | Failure<"approval.missing">
  >
> {
  const allowed = permit(scope, "approvals.read");
  if (!allowed.ok) return allowed;
  return deps.uow.run(allowed.value, async (tx) => {
    const [approval] = await tx.approvals.find([id]);
    const [record] = await tx.records.find(
      approval ? [approval.recordId] : [],
    );
    return approval && record
      ? ok({ approval, record })
      : fail(approvalFailures.missing({ approval_id: id }));
  });
}
