import type { Deps } from "../../../ports/deps.ts";
import { ok, type Result } from "../../kernel/result.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";
import type { Checkpoint } from "../checkpoint.ts";

/** Where the tenant's log stood, the latest first: up to `limit` with a `seq` below `before`; null: all. */
export async function listCheckpoints(
  deps: Pick<Deps, "uow">,
  scope: Scope,
  { limit, before }: { readonly limit: number; readonly before: number | null },
): Promise<Result<readonly Checkpoint[], AccessDenied>> {
  const allowed = permit(scope, "events.read");
  if (!allowed.ok) return allowed;
  return deps.uow.run(
    allowed.value,
    async (tx) => ok(await tx.checkpoints.latest(limit, before)),
  );
}
