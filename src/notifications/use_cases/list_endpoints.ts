import type { Deps } from "../../../ports/deps.ts";
import { ok, type Result } from "../../kernel/result.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";
import type { Endpoint } from "../endpoint.ts";

/** The tenant's endpoints for notices, oldest first. */
export async function listEndpoints(
  deps: Pick<Deps, "uow">,
  scope: Scope,
): Promise<Result<readonly Endpoint[], AccessDenied>> {
  const allowed = permit(scope, "notifications.read");
  if (!allowed.ok) return allowed;
  return deps.uow.run(allowed.value, async (tx) => {
    const all = await tx.endpoints.all();
    return ok(all.filter(({ removedAt }) => removedAt === null));
  });
}
