import type { NamedLease } from "../../../ports/review_work.ts";
import type { Deps } from "../../../ports/deps.ts";
import type { ApprovalId } from "../../kernel/ids.ts";
import { type Instant, plusMs } from "../../kernel/instant.ts";
import { ok, type Result } from "../../kernel/result.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import { actorId, type Scope } from "../../tenancy/scope.ts";

/** What became of leases, each in the order of its approval: still the caller's, or lost. */
export type Leases = {
  readonly held: readonly ApprovalId[];
  readonly lost: readonly ApprovalId[];
  /** Until when those that are held run; null where they were given back. */
  readonly until: Instant | null;
};

/** Prolongs leases that the caller still holds, `leaseMs` from now. */
export async function renewLeases(
  deps: Pick<Deps, "uow" | "clock">,
  scope: Scope,
  leases: readonly NamedLease[],
  leaseMs: number,
): Promise<Result<Leases, AccessDenied>> {
  const allowed = permit(scope, "approvals.decide");
  if (!allowed.ok) return allowed;
  const now = deps.clock.now();
  const until = plusMs(now, leaseMs);
  return deps.uow.run(allowed.value, async (tx) => {
    const lease = { by: actorId(scope), until };
    const held = await tx.reviewWork.renew(leases, lease, now);
    return ok({ held, lost: lostOf(leases, held), until });
  });
}

/** Gives leases back, so that others can claim at once. */
export async function releaseLeases(
  deps: Pick<Deps, "uow" | "clock">,
  scope: Scope,
  leases: readonly NamedLease[],
): Promise<Result<Leases, AccessDenied>> {
  const allowed = permit(scope, "approvals.decide");
  if (!allowed.ok) return allowed;
  const now = deps.clock.now();
  return deps.uow.run(allowed.value, async (tx) => {
    const held = await tx.reviewWork.release(leases, actorId(scope), now);
    return ok({ held, lost: lostOf(leases, held), until: null });
  });
}

function lostOf(
  leases: readonly NamedLease[],
  held: readonly ApprovalId[],
): readonly ApprovalId[] {
  const kept = new Set(held);
  return leases.map(({ approvalId }) => approvalId)
    .filter((id) => !kept.has(id)).toSorted();
}
