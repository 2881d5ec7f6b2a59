import type { Deps } from "../../../ports/deps.ts";
import { ok, type Result } from "../../kernel/result.ts";
import { type AccessDenied, permit } from "../access.ts";
import type { Invitation } from "../invitation.ts";
import type { Scope } from "../scope.ts";

/** Every invitation of the tenant, whatever became of it, oldest first. */
export async function listInvitations(
  deps: Pick<Deps, "uow">,
  scope: Scope,
): Promise<Result<readonly Invitation[], AccessDenied>> {
  const allowed = permit(scope, "members.read");
  if (!allowed.ok) return allowed;
  return deps.uow.run(
    allowed.value,
    async (tx) => ok(await tx.invitations.all()),
  );
}
