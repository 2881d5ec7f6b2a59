import type { Deps } from "../../../ports/deps.ts";
import type { Failure } from "../../kernel/failure.ts";
import type { ApprovalId } from "../../kernel/ids.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import type { CompanyRecord } from "../../records/record.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";
import { type Approval, approvalFailures } from "../approval.ts";
import { type Candidate, openCandidates } from "../candidate.ts";

/** An approval with its record and what to choose from. */
export interface ReviewedApproval {
  readonly approval: Approval;
  readonly record: CompanyRecord;
  readonly candidates: readonly Candidate[];
}

/** One approval with its record. */
export async function readApproval(
  deps: Pick<Deps, "uow">,
  scope: Scope,
  id: ApprovalId,
): Promise<
  Result<ReviewedApproval, AccessDenied | Failure<"approval.missing">>
> {
  const allowed = permit(scope, "approvals.read");
  if (!allowed.ok) return allowed;
  return deps.uow.run(allowed.value, async (tx) => {
    const [approval] = await tx.approvals.find([id]);
    const [record] = await tx.records.find(
      approval ? [approval.recordId] : [],
    );
    if (!approval || !record) {
      return fail(approvalFailures.missing({ approval_id: id }));
    }
    const categories = await tx.categories.all();
    const candidates = openCandidates(record, categories);
    return ok({ approval, record, candidates });
  });
}
