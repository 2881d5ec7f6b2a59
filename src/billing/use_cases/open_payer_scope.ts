import type { TenantId } from "../../kernel/ids.ts";
import { openScope } from "../../tenancy/open_scope.ts";
import type { Scope } from "../../tenancy/scope.ts";

/** The scope in which what a payment provider told of a tenant is kept. */
export function openPayerScope(tenantId: TenantId): Scope {
  return openScope(tenantId, { kind: "system", id: "hook" });
}
