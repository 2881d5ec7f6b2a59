import type { Deps } from "../../../ports/deps.ts";
import { ok, type Result } from "../../kernel/result.ts";
import { type AccessDenied, permit } from "../access.ts";
import type { Scope } from "../scope.ts";
import type { Tenant } from "../tenant.ts";

/** The scope's own tenant. */
export async function readTenant(
  deps: Pick<Deps, "uow">,
  scope: Scope,
): Promise<Result<Tenant, AccessDenied>> {
  const allowed = permit(scope, "tenant.read");
  if (!allowed.ok) return allowed;
  return deps.uow.run(allowed.value, async (tx) => {
    const [tenant] = await tx.tenants.find([scope.tenantId]);
    if (!tenant) throw new Error(`tenant ${scope.tenantId} has no row`);
    return ok(tenant);
  });
}
