import { type PaymentFailure, PaymentsDown } from "../../../ports/payments.ts";
import type { Result } from "../../kernel/result.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";
import { refreshAccount, type RefreshDeps } from "../parts/refresh_account.ts";

/**
 * The job that asks the payment provider how a tenant's subscriptions stand. While the provider is away it throws
 * `PaymentsDown`, and is done again however often.
 */
export async function syncBilling(
  deps: RefreshDeps,
  scope: Scope,
  job: { readonly id: string },
): Promise<Result<null, AccessDenied | PaymentFailure>> {
  const allowed = permit(scope, "jobs.run");
  if (!allowed.ok) return allowed;
  const refreshed = await refreshAccount(deps, allowed.value, job.id);
  if (!refreshed.ok && refreshed.failure.kind === "payments.unavailable") {
    throw new PaymentsDown(refreshed.failure);
  }
  return refreshed;
}
