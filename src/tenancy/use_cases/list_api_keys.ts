import type { Deps } from "../../../ports/deps.ts";
import type { Instant } from "../../kernel/instant.ts";
import { ok, type Result } from "../../kernel/result.ts";
import { type AccessDenied, permit } from "../access.ts";
import type { ApiKey } from "../api_key.ts";
import type { Scope } from "../scope.ts";

/** A key, and when it was last used, to a minute or so; null: never. */
export interface ListedApiKey extends ApiKey {
  readonly lastUsedAt: Instant | null;
}

/** Every key of the tenant, revoked ones too, oldest first. */
export async function listApiKeys(
  deps: Pick<Deps, "uow">,
  scope: Scope,
): Promise<Result<readonly ListedApiKey[], AccessDenied>> {
  const allowed = permit(scope, "api_keys.read");
  if (!allowed.ok) return allowed;
  return deps.uow.run(allowed.value, async (tx) => {
    const keys = await tx.apiKeys.all();
    const used = await tx.apiKeyUses.of(keys.map(({ id }) => id));
    return ok(
      keys.map((key) => ({ ...key, lastUsedAt: used.get(key.id) ?? null })),
    );
  });
}
