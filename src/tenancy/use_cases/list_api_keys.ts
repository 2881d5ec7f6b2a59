import type { Deps } from "../../../ports/deps.ts";
import { ok, type Result } from "../../kernel/result.ts";
import { type AccessDenied, permit } from "../access.ts";
import type { ApiKey } from "../api_key.ts";
import type { Scope } from "../scope.ts";

/** Every key of the tenant, revoked ones too, oldest first. */
export async function listApiKeys(
  deps: Pick<Deps, "uow">,
  scope: Scope,
): Promise<Result<readonly ApiKey[], AccessDenied>> {
  const allowed = permit(scope, "api_keys.read");
  if (!allowed.ok) return allowed;
  return deps.uow.run(allowed.value, async (tx) => ok(await tx.apiKeys.all()));
}
