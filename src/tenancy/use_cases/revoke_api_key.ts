import type { Deps } from "../../../ports/deps.ts";
import type { Failure } from "../../kernel/failure.ts";
import type { ApiKeyId } from "../../kernel/ids.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { type AccessDenied, permit } from "../access.ts";
import { type ApiKey, apiKeyFailures } from "../api_key.ts";
import { isOwner, type Scope } from "../scope.ts";

/** Ends a key at once, and the leases it holds. Revoking a revoked key changes nothing. */
export async function revokeApiKey(
  deps: Pick<Deps, "uow" | "clock">,
  scope: Scope,
  id: ApiKeyId,
): Promise<
  Result<
    ApiKey,
    AccessDenied | Failure<"api_key.missing" | "api_key.owners_only">
  >
> {
  const allowed = permit(scope, "api_keys.write");
  if (!allowed.ok) return allowed;
  const revokedAt = deps.clock.now();
  return deps.uow.run(allowed.value, async (tx) => {
    const [key] = await tx.apiKeys.find([id]);
    if (!key) return fail(apiKeyFailures.missing({ api_key_id: id }));
    if (key.role === "owner" && !isOwner(scope)) {
      return fail(apiKeyFailures.owners_only());
    }
    if (key.revokedAt !== null) return ok(key);
    const revoked = { ...key, revokedAt };
    await tx.apiKeys.save([revoked]);
    await tx.reviewWork.releaseAll([id]);
    tx.events.append([{
      type: "API_KEY_REVOKED",
      payload: { api_key_id: id },
    }]);
    return ok({ ...revoked, version: key.version + 1 });
  });
}
