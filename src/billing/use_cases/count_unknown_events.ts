import type { Deps } from "../../../ports/deps.ts";
import { ok, type Result } from "../../kernel/result.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";

/** How many events of types that are not heard are kept of a tenant, by type. */
export async function countUnknownEvents(
  deps: Pick<Deps, "uow">,
  scope: Scope,
): Promise<
  Result<
    readonly { readonly type: string; readonly count: number }[],
    AccessDenied
  >
> {
  const allowed = permit(scope, "jobs.run");
  if (!allowed.ok) return allowed;
  return await deps.uow.run(
    allowed.value,
    async (tx) => ok(await tx.billingEvents.unknownTypes()),
  );
}
