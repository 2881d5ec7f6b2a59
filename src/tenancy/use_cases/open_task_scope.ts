import type { TenantId } from "../../kernel/ids.ts";
import { openScope } from "../open_scope.ts";
import type { Scope } from "../scope.ts";

/** The scope of a task that the operator starts at the machine, in one tenant. */
export function openTaskScope(tenantId: TenantId, task: string): Scope {
  return openScope(tenantId, { kind: "system", id: `job:${task}` });
}
