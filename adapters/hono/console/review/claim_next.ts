import type { Deps } from "../../../../ports/deps.ts";
import { claimApprovals } from "../../../../src/approvals/use_cases/claim_approvals.ts";
import type { ApprovalId } from "../../../../src/kernel/ids.ts";
import { ok, type Result } from "../../../../src/kernel/result.ts";
import type { AccessDenied } from "../../../../src/tenancy/access.ts";
import type { Scope } from "../../../../src/tenancy/scope.ts";

/** Long enough to look something up, short enough for others not to wait for who went home. */
const LEASE_MS = 300_000;
/** How many are claimed until one comes after those that were passed over. */
const LIMITS = [2, 10, 50, 200] as const;

/** Claims the oldest item that comes after `after`; null where none is left. */
export async function claimNext(
  deps: Deps,
  scope: Scope,
  after: ApprovalId | null,
): Promise<Result<ApprovalId | null, AccessDenied>> {
  for (const most of LIMITS) {
    const limit = after === null ? 1 : most;
    const claimed = await claimApprovals(deps, scope, {
      limit,
      leaseMs: LEASE_MS,
    });
    if (!claimed.ok) return claimed;
    const next = claimed.value.find(({ id }) => after === null || id > after);
    if (next) return ok(next.id);
    if (claimed.value.length < limit) return ok(null);
  }
  return ok(null);
}
