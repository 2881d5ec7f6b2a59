import type { Failure } from "../kernel/failure.ts";
import type { Instant } from "../kernel/instant.ts";
import { accessFailures, upgradePath } from "../tenancy/access.ts";
import { billingFailures } from "./billing_account.ts";
import type { Entitlement } from "./entitlement.ts";
import type { Feature } from "./plan.ts";

/** What plans limit. */
export type Limited = "records" | "members" | "connections";

/** That a plan allows no more of something, or that nothing is paid at all. */
export function limitFailure(
  { plan, mayWrite, paysIn }: Entitlement,
  { what, limit, used, resetsAt }: {
    readonly what: Limited;
    readonly limit: number;
    readonly used: number;
    /** When it starts anew; null: never by itself. */
    readonly resetsAt: Instant | null;
  },
): Failure<"billing.limit_reached" | "access.suspended"> {
  const upgrade_url = upgradePath(paysIn);
  return mayWrite
    ? billingFailures.limit_reached({
      what,
      limit,
      used,
      resets_at: resetsAt,
      plan: plan?.id ?? null,
      upgrade_url,
    })
    : accessFailures.suspended({ upgrade_url });
}

/** That a plan lacks something. */
export function lackingFailure(
  { plan, mayWrite, paysIn }: Entitlement,
  feature: Feature,
): Failure<"billing.not_in_plan" | "access.suspended"> {
  const upgrade_url = upgradePath(paysIn);
  return mayWrite
    ? billingFailures.not_in_plan({
      feature,
      plan: plan?.id ?? null,
      upgrade_url,
    })
    : accessFailures.suspended({ upgrade_url });
}
