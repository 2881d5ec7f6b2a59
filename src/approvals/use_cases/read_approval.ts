import type { Deps } from "../../../ports/deps.ts";
import type { Failure } from "../../kernel/failure.ts";
import type { ApprovalId } from "../../kernel/ids.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";
import { approvalFailures } from "../approval.ts";
import type { ReviewItem } from "../review_item.ts";
import { reviewItems } from "./review_items.ts";
import { keyOldItems, reviewView } from "./review_view.ts";

/** One approval with all there is to decide it by. */
export async function readApproval(
  deps: Pick<Deps, "uow" | "clock">,
  scope: Scope,
  id: ApprovalId,
): Promise<Result<ReviewItem, AccessDenied | Failure<"approval.missing">>> {
  const allowed = permit(scope, "approvals.read");
  if (!allowed.ok) return allowed;
  const now = deps.clock.now();
  return deps.uow.run(allowed.value, async (tx) => {
    await keyOldItems(tx, scope);
    const [approval] = await tx.approvals.find([id]);
    const seen = await reviewView(tx, {}, now);
    if (!approval || !seen.ok) {
      return fail(approvalFailures.missing({ approval_id: id }));
    }
    const view = seen.value;
    const [item] = await reviewItems(tx, [approval], view);
    return item
      ? ok(item)
      : fail(approvalFailures.missing({ approval_id: id }));
  });
}
