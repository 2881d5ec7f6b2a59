import type { Deps } from "../../../ports/deps.ts";
import type { Failure } from "../../kernel/failure.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";
import { tenantFailures } from "../../tenancy/tenant.ts";

/**
 * Ends the tenant: every key and every member is out at once, and a job erases all that there is. `nameGiven` must be
 * the tenant's name. There is no way back.
 */
export async function requestTenantErasure(
  deps: Pick<Deps, "uow" | "clock">,
  scope: Scope,
  nameGiven: string,
): Promise<Result<null, AccessDenied | Failure<"tenant.not_confirmed">>> {
  const allowed = permit(scope, "tenant.erase");
  if (!allowed.ok) return allowed;
  const now = deps.clock.now();
  return deps.uow.run(allowed.value, async (tx) => {
    const [tenant] = await tx.tenants.find([scope.tenantId]);
    if (!tenant) throw new Error(`tenant ${scope.tenantId} has no row`);
    if (tenant.name !== nameGiven) {
      return fail(
        tenantFailures.not_confirmed({}, [{
          pointer: "/confirm",
          detail: "is not the tenant's name",
        }]),
      );
    }
    const keys = await tx.apiKeys.all();
    await tx.apiKeys.save(
      keys.filter(({ revokedAt }) => revokedAt === null)
        .map((key) => ({ ...key, revokedAt: now })),
    );
    const members = await tx.members.all();
    await tx.members.save(
      members.filter(({ removedAt }) => removedAt === null)
        .map((member) => ({ ...member, removedAt: now })),
    );
    const organisations = await tx.externalOrganisations.all();
    await tx.externalOrganisations.save(
      organisations.map((one) => ({ ...one, ended: true })),
    );
    tx.events.append([{ type: "TENANT_ERASURE_REQUESTED", payload: {} }]);
    return ok(null);
  });
}
