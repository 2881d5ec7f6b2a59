import type { Tx } from "../../../ports/unit_of_work.ts";
import type { Failure } from "../../kernel/failure.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { entitlementOf } from "../entitlement.ts";
import { lackingFailure } from "../limit_failure.ts";
import type { Feature } from "../plan.ts";
import { readStanding, type StandingDeps } from "./read_standing.ts";

export type Lacking = Failure<"billing.not_in_plan" | "access.suspended">;

/** Makes sure that the plan has a feature, where something is about to be made that needs it. What is made stays when the plan changes. */
export async function needFeature(
  deps: StandingDeps,
  tx: Pick<Tx, "billingAccounts">,
  feature: Feature,
): Promise<Result<null, Lacking>> {
  const entitlement = entitlementOf(await readStanding(deps, tx));
  return entitlement.has(feature)
    ? ok(null)
    : fail(lackingFailure(entitlement, feature));
}
