import type { Deps } from "../../../ports/deps.ts";
import type { PaymentFailure } from "../../../ports/payments.ts";
import type { Failure } from "../../kernel/failure.ts";
import type { Page, PageRequest } from "../../kernel/page.ts";
import type { Result } from "../../kernel/result.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";
import type { Invoice } from "../invoice.ts";
import { paying } from "../parts/paying.ts";

/** A page of invoices as the provider has them now. */
export async function listInvoices(
  deps: Pick<Deps, "uow" | "payments">,
  scope: Scope,
  page: PageRequest,
): Promise<
  Result<
    Page<Invoice>,
    AccessDenied | PaymentFailure | Failure<"billing.no_account">
  >
> {
  const allowed = permit(scope, "billing.read");
  if (!allowed.ok) return allowed;
  const account = await paying(deps, allowed.value);
  if (!account.ok) return account;
  return await deps.payments.invoices(account.value.customer, page);
}
