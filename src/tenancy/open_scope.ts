import type { TenantId } from "../kernel/ids.ts";
import type { Actor, Scope } from "./scope.ts";

/** The one door. The architecture test lists the files that may import it. */
export function openScope(
  tenantId: TenantId,
  actor: Actor,
  { sourceAgent = "balance", traceparent, session, suspended }: {
    readonly sourceAgent?: string;
    readonly traceparent?: string | undefined;
    readonly session?: Scope["session"];
    readonly suspended?: Scope["suspended"];
  } = {},
): Scope {
  return {
    tenantId,
    actor,
    sourceAgent,
    ...traceparent !== undefined && { traceparent },
    ...session !== undefined && { session },
    ...suspended !== undefined && { suspended },
  } as Scope;
}
