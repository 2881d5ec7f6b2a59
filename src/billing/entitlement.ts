import type { PayingPage } from "../tenancy/scope.ts";
import type { Plan, PlanLimits } from "./plan.ts";
import type { Standing } from "./standing.ts";

/** What a tenant that stands so may use. */
export interface Entitlement {
  /** Whether anything may be changed, or only read and exported. */
  readonly mayWrite: boolean;
  readonly plan: Plan | null;
  readonly limits: PlanLimits;
  /** Where more can be had. */
  readonly paysIn: PayingPage;
  readonly has: (feature: Plan["features"][number]) => boolean;
}

/** Of who may only read: nothing more of anything. What is kept stays kept. */
const NOTHING_MORE: PlanLimits = {
  recordsPerMonth: 0,
  members: 0,
  connections: 0,
  llmTokensPerMonth: 0,
  retentionDays: null,
};

/** What a standing allows: its plan's limits and features, and without a plan reading alone. */
export function entitlementOf(
  { plan, state, subscription }: Standing,
): Entitlement {
  return {
    mayWrite: plan !== null,
    plan,
    limits: plan?.limits ?? NOTHING_MORE,
    paysIn: subscription === null || state === "canceled"
      ? "checkout"
      : "portal",
    has: (feature) => plan?.features.includes(feature) ?? false,
  };
}
