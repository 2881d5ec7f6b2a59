import type { Deps } from "../../../ports/deps.ts";
import { ok, type Result } from "../../kernel/result.ts";
import { type AccessDenied, permit } from "../access.ts";
import type { Member } from "../member.ts";
import type { Scope } from "../scope.ts";

/** The members who have not left, oldest first. */
export async function listMembers(
  deps: Pick<Deps, "uow">,
  scope: Scope,
): Promise<Result<readonly Member[], AccessDenied>> {
  const allowed = permit(scope, "members.read");
  if (!allowed.ok) return allowed;
  return deps.uow.run(allowed.value, async (tx) => {
    const members = await tx.members.all();
    return ok(members.filter((member) => member.removedAt === null));
  });
}
