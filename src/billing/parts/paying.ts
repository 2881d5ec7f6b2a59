import type { Deps } from "../../../ports/deps.ts";
import type { Failure } from "../../kernel/failure.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import type { Permit } from "../../tenancy/access.ts";
import { type BillingAccount, billingFailures } from "../billing_account.ts";
import { accountOf } from "./read_standing.ts";

/** The account of a tenant that is a customer already. */
export async function paying(
  deps: Pick<Deps, "uow" | "payments">,
  permit: Permit,
): Promise<Result<BillingAccount, Failure<"billing.no_account">>> {
  return await deps.uow.run(permit, async (tx) => {
    const account = await accountOf(deps, tx);
    return account ? ok(account) : fail(billingFailures.no_account());
  });
}
