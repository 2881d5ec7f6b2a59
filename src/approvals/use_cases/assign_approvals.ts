import type { Deps } from "../../../ports/deps.ts";
import type { Failure } from "../../kernel/failure.ts";
import type { ApprovalId, MemberId } from "../../kernel/ids.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import {
  type AccessDenied,
  type Permit,
  permit,
} from "../../tenancy/access.ts";
import { isDecider } from "../../tenancy/is_decider.ts";
import { actorId, type Scope } from "../../tenancy/scope.ts";
import { approvalFailures } from "../approval.ts";
import { personOf } from "../four_eyes.ts";
import { historyEntry } from "../history_entry.ts";

/** What was assigned, and what does not wait, or is not there. */
export type Assigned = {
  readonly assigned: readonly ApprovalId[];
  readonly left: readonly ApprovalId[];
};

/** Asks a member before all others about items that wait; null: nobody. Whoever decides may take items; giving them to others takes more. */
export async function assignApprovals(
  deps: Pick<Deps, "uow" | "clock" | "ids">,
  scope: Scope,
  ids: readonly ApprovalId[],
  memberId: MemberId | null,
): Promise<
  Result<Assigned, AccessDenied | Failure<"approval.unknown_member">>
> {
  const allowed = permit(scope, "approvals.assign");
  return allowed.ok
    ? await assign(deps, scope, allowed.value, ids, memberId)
    : allowed;
}

/** Takes items on: the caller is asked before all others. An API key is no member, and refused. */
export async function takeApprovals(
  deps: Pick<Deps, "uow" | "clock" | "ids">,
  scope: Scope,
  ids: readonly ApprovalId[],
): Promise<
  Result<Assigned, AccessDenied | Failure<"approval.unknown_member">>
> {
  const allowed = permit(scope, "approvals.decide");
  if (!allowed.ok) return allowed;
  const person = personOf(scope);
  return person === null
    ? fail(approvalFailures.unknown_member())
    : await assign(deps, scope, allowed.value, ids, person);
}

async function assign(
  deps: Pick<Deps, "uow" | "clock" | "ids">,
  scope: Scope,
  allowed: Permit,
  ids: readonly ApprovalId[],
  memberId: MemberId | null,
): Promise<Result<Assigned, Failure<"approval.unknown_member">>> {
  const at = deps.clock.now();
  return await deps.uow.run(allowed, async (tx) => {
    const [member] = await tx.members.find(memberId === null ? [] : [memberId]);
    if (memberId !== null && (!member || !isDecider(member))) {
      return fail(approvalFailures.unknown_member({ member_id: memberId }, [{
        pointer: "/member_id",
        detail: "is not a member of yours who may decide",
      }]));
    }
    const assigned = await tx.reviewWork.assign(ids, memberId);
    await tx.approvalHistory.add(
      assigned.map((approval) =>
        historyEntry(deps.ids.next("aph"), approval, {
          kind: "assigned",
          at,
          by: actorId(scope),
          memberId,
        })
      ),
    );
    const approval_ids = assigned.map(({ id }) => id);
    if (approval_ids.length > 0) {
      tx.events.append([{
        type: "APPROVALS_ASSIGNED",
        payload: { approval_ids, member_id: memberId },
      }]);
    }
    const done = new Set(approval_ids);
    return ok({
      assigned: approval_ids,
      left: ids.filter((id) => !done.has(id)),
    });
  });
}
