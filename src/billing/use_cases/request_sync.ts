import type { Deps } from "../../../ports/deps.ts";
import type { Failure } from "../../kernel/failure.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";
import { billingFailures } from "../billing_account.ts";
import { hintAccount } from "../parts/hint_account.ts";
import { accountOf } from "../parts/read_standing.ts";

/** Has a job ask the provider how the subscription stands, for whoever paid and does not see it yet. */
export async function requestSync(
  deps: Pick<Deps, "uow" | "clock" | "payments">,
  scope: Scope,
): Promise<Result<null, AccessDenied | Failure<"billing.no_account">>> {
  const allowed = permit(scope, "billing.write");
  if (!allowed.ok) return allowed;
  return await deps.uow.run(allowed.value, async (tx) => {
    const account = await accountOf(deps, tx);
    if (!account) return fail(billingFailures.no_account());
    await hintAccount(tx, scope.tenantId, account, deps.clock.now());
    return ok(null);
  });
}
