import type { ClaimRequest } from "../../../ports/review_work.ts";
import type { Deps } from "../../../ports/deps.ts";
import type { Tx } from "../../../ports/unit_of_work.ts";
import type { Failure } from "../../kernel/failure.ts";
import type { ApprovalId } from "../../kernel/ids.ts";
import { plusMs } from "../../kernel/instant.ts";
import { ok, type Result } from "../../kernel/result.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import { actorId, type Scope } from "../../tenancy/scope.ts";
import { personOf } from "../four_eyes.ts";
import type { ReviewItem } from "../review_item.ts";
import { reviewItems } from "./review_items.ts";
import {
  keyOldItems,
  offeredTo,
  type QueueAsked,
  reviewView,
} from "./review_view.ts";

export interface WhatToClaim extends QueueAsked {
  readonly limit: number;
  readonly leaseMs: number;
  /** Whose items, where they are assigned; `first` where left out (see `ClaimRequest`). */
  readonly assigned?: ClaimRequest["assigned"];
  /** Passed over. */
  readonly except?: readonly ApprovalId[];
}

/**
 * Gives the caller the sole right to decide up to `limit` waiting items, for `leaseMs`, and shows them. In the order
 * `uncertainty` unless another is asked for.
 */
export async function claimApprovals(
  deps: Pick<Deps, "uow" | "clock">,
  scope: Scope,
  what: WhatToClaim,
): Promise<
  Result<readonly ReviewItem[], AccessDenied | Failure<"review_queue.missing">>
> {
  const allowed = permit(scope, "approvals.decide");
  if (!allowed.ok) return allowed;
  return deps.uow.run(
    allowed.value,
    (tx) => claimWithin(deps, tx, scope, what),
  );
}

/** The same, within the caller's unit. */
export async function claimWithin(
  deps: Pick<Deps, "clock">,
  tx: Tx,
  scope: Scope,
  { limit, leaseMs, queue = null, order = "uncertainty", ...what }: WhatToClaim,
): Promise<
  Result<readonly ReviewItem[], Failure<"review_queue.missing">>
> {
  const now = deps.clock.now();
  await keyOldItems(tx, scope);
  const seen = await reviewView(tx, { queue, order }, now);
  if (!seen.ok) return seen;
  const view = offeredTo(seen.value, scope);
  const [tenant] = await tx.tenants.find([scope.tenantId]);
  if (!tenant) throw new Error(`tenant ${scope.tenantId} has no row`);
  const claimed = await tx.reviewWork.claim({
    ...view,
    lease: { by: actorId(scope), until: plusMs(now, leaseMs) },
    limit,
    assigned: what.assigned ?? "first",
    except: what.except ?? [],
    upTo: personOf(scope) === null ? tenant.settings.fourEyesAbove : [],
  });
  return ok(await reviewItems(tx, claimed, view));
}
