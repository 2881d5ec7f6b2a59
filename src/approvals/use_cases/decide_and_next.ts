import type { Deps } from "../../../ports/deps.ts";
import type { Failure } from "../../kernel/failure.ts";
import { ok, type Result } from "../../kernel/result.ts";
import type { Scope } from "../../tenancy/scope.ts";
import type { ReviewItem } from "../review_item.ts";
import { claimWithin, type WhatToClaim } from "./claim_approvals.ts";
import {
  type Decided,
  type DecideRefused,
  type Decision,
  type HowToDecide,
  readyToDecide,
} from "./decide_approvals.ts";

/** Decides, and claims what comes next in the same unit. */
export async function decideAndNext(
  deps: Pick<Deps, "uow" | "clock" | "ids" | "model">,
  scope: Scope,
  decisions: readonly Decision[],
  how: HowToDecide & { readonly next: WhatToClaim | null },
): Promise<
  Result<
    Decided & { readonly next: readonly ReviewItem[] },
    DecideRefused | Failure<"review_queue.missing">
  >
> {
  const ready = readyToDecide(deps, scope, decisions, how);
  if (!ready.ok) return ready;
  return deps.uow.run(ready.value.permit, async (tx) => {
    const decided = await ready.value.decide(tx);
    if (!decided.ok) return decided;
    if (how.next === null) return ok({ ...decided.value, next: [] });
    const next = await claimWithin(deps, tx, scope, how.next);
    return next.ok ? ok({ ...decided.value, next: next.value }) : next;
  });
}
