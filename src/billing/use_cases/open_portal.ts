import type { Deps } from "../../../ports/deps.ts";
import type { PaymentFailure } from "../../../ports/payments.ts";
import type { Failure } from "../../kernel/failure.ts";
import type { Result } from "../../kernel/result.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";
import { paying } from "../parts/paying.ts";

/** A page of the provider's on which the plan, the card and the address are changed, and the subscription is ended. */
export async function openPortal(
  deps: Pick<Deps, "uow" | "payments">,
  scope: Scope,
  asked: { readonly returnUrl: string; readonly idempotencyKey: string | null },
): Promise<
  Result<
    { readonly url: string },
    AccessDenied | PaymentFailure | Failure<"billing.no_account">
  >
> {
  const allowed = permit(scope, "billing.write");
  if (!allowed.ok) return allowed;
  const account = await paying(deps, allowed.value);
  if (!account.ok) return account;
  return await deps.payments.portal({
    customer: account.value.customer,
    ...asked,
  });
}
