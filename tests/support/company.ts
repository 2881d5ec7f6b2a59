import type { Deps } from "../../ports/deps.ts";
import { readBilling } from "../../src/billing/use_cases/read_billing.ts";
import { openAccount } from "../../src/billing/use_cases/open_account.ts";
import { permit } from "../../src/tenancy/access.ts";
import { openScope } from "../../src/tenancy/open_scope.ts";
import { createTenant } from "../../src/tenancy/use_cases/create_tenant.ts";
import { value } from "./trial.ts";

/** One more company as a customer of the payment provider. */
export async function openCompany(deps: Deps, name: string) {
  const { tenant, owner } = value(
    await createTenant(deps, {
      name,
      ownerEmail: `ann@${name.toLowerCase()}.example`,
      ownerName: "Ann",
    }),
  );
  const scope = openScope(tenant.id, {
    kind: "member",
    id: owner.id,
    role: "owner",
  });
  const account = value(
    await openAccount(deps, value(permit(scope, "billing.write"))),
  );
  return {
    scope,
    tenantId: tenant.id,
    customer: account.customer,
    /** State and plan. */
    async stands(): Promise<string> {
      const { standing } = value(await readBilling(deps, scope));
      return `${standing.state} ${standing.plan?.id ?? "nothing"}`;
    },
  };
}
