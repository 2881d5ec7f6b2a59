import type { Deps } from "../../../ports/deps.ts";
import { ok, type Result } from "../../kernel/result.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";
import type { Category } from "../category.ts";

/** The tenant's categories, archived ones too, oldest first. */
export async function listCategories(
  deps: Pick<Deps, "uow">,
  scope: Scope,
): Promise<Result<readonly Category[], AccessDenied>> {
  const allowed = permit(scope, "categories.read");
  if (!allowed.ok) return allowed;
  return deps.uow.run(
    allowed.value,
    async (tx) => ok(await tx.categories.all()),
  );
}
