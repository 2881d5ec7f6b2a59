import type { Deps } from "../../../ports/deps.ts";
import { plusMs } from "../../kernel/instant.ts";
import { ok, type Result } from "../../kernel/result.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import { actorId, type Scope } from "../../tenancy/scope.ts";
import type { Approval } from "../approval.ts";

/** Gives the caller the sole right to decide up to `limit` waiting items, for `leaseMs`; oldest first. */
export async function claimApprovals(
  deps: Pick<Deps, "uow" | "clock">,
  scope: Scope,
  { limit, leaseMs }: { readonly limit: number; readonly leaseMs: number },
): Promise<Result<readonly Approval[], AccessDenied>> {
  const allowed = permit(scope, "approvals.decide");
  if (!allowed.ok) return allowed;
  const now = deps.clock.now();
  const lease = { by: actorId(scope), until: plusMs(now, leaseMs) };
  return deps.uow.run(
    allowed.value,
    async (tx) => ok(await tx.approvals.claim(lease, limit, now)),
  );
}
