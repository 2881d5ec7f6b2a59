import type { TenantId } from "../../kernel/ids.ts";
import { openScope } from "../../tenancy/open_scope.ts";
import type { Scope } from "../../tenancy/scope.ts";

/** The scope in which a webhook is looked at, and kept once its signature holds. */
export function openHookScope(
  tenantId: TenantId,
  traceparent?: string,
): Scope {
  return openScope(tenantId, { kind: "system", id: "hook" }, { traceparent });
}
