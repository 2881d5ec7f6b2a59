import type { TenantId } from "../../kernel/ids.ts";
import { type Permit, permit } from "../access.ts";
import { openScope } from "../open_scope.ts";

/** Lets an identity provider keep the members of a tenant in step. */
export function providerPermit(tenantId: TenantId, provider: string): Permit {
  const scope = openScope(tenantId, { kind: "system", id: `job:${provider}` });
  const allowed = permit(scope, "members.write");
  if (!allowed.ok) throw new Error(`${provider} is not let in`);
  return allowed.value;
}
