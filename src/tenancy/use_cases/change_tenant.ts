import type { Deps } from "../../../ports/deps.ts";
import { ok, type Result } from "../../kernel/result.ts";
import { type AccessDenied, permit } from "../access.ts";
import type { Scope } from "../scope.ts";
import type { Tenant, TenantSettings } from "../tenant.ts";

export interface ChangeTenant {
  readonly name?: string;
  readonly settings?: Partial<TenantSettings>;
}

/** Renames the tenant or changes how its records are decided from now on. */
export async function changeTenant(
  deps: Pick<Deps, "uow">,
  scope: Scope,
  change: ChangeTenant,
): Promise<Result<Tenant, AccessDenied>> {
  const allowed = permit(scope, "tenant.write");
  if (!allowed.ok) return allowed;
  return deps.uow.run(allowed.value, async (tx) => {
    const [tenant] = await tx.tenants.find([scope.tenantId]);
    if (!tenant) throw new Error(`tenant ${scope.tenantId} has no row`);
    const next: Tenant = {
      ...tenant,
      name: change.name ?? tenant.name,
      settings: { ...tenant.settings, ...change.settings },
    };
    await tx.tenants.save([next]);
    tx.events.append([{
      type: "TENANT_UPDATED",
      payload: { before: told(tenant), after: told(next) },
    }]);
    return ok({ ...next, version: tenant.version + 1 });
  });
}

function told({ name, settings }: Tenant) {
  return {
    name,
    similarity_threshold: settings.similarityThreshold,
    context_attributes: settings.contextAttributes,
  };
}
