import type { Deps } from "../../../ports/deps.ts";
import type { Failure } from "../../kernel/failure.ts";
import type { ApiKeyId } from "../../kernel/ids.ts";
import { type Instant, plusMs } from "../../kernel/instant.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { type AccessDenied, mayGrant, permit } from "../access.ts";
import { type ApiKey, apiKeyFailures, isLive, newApiKey } from "../api_key.ts";
import { newSecret } from "../api_key_secret.ts";
import { outlivesMaker } from "../parts/outlives_maker.ts";
import { isOwner, type Scope } from "../scope.ts";
import type { IssuedApiKey } from "./issue_api_key.ts";

/**
 * Makes a key in another's place, allowed the same for as long; the other one works for `overlapMs` more, and never
 * longer than it would have. No more than two work at once: what the other one was made in place of ends here. Who
 * rotates gets the new secret, so nobody rotates a key that may more, or for longer, than they.
 */
export async function rotateApiKey(
  deps: Pick<Deps, "uow" | "clock" | "ids">,
  scope: Scope,
  id: ApiKeyId,
  { overlapMs }: { readonly overlapMs: number },
): Promise<
  Result<
    IssuedApiKey,
    | AccessDenied
    | Failure<
      | "api_key.missing"
      | "api_key.owners_only"
      | "api_key.beyond_maker"
      | "api_key.outlives_maker"
      | "api_key.ended"
      | "api_key.replaced"
    >
  >
> {
  const allowed = permit(scope, "api_keys.write");
  if (!allowed.ok) return allowed;
  const now = deps.clock.now();
  const newId = deps.ids.next("key");
  const random = deps.ids.secretBytes();
  const issued = await deps.uow.run(allowed.value, async (tx) => {
    const [key] = await tx.apiKeys.find([id]);
    if (!key) return fail(apiKeyFailures.missing({ api_key_id: id }));
    if (key.role === "owner" && !isOwner(scope)) {
      return fail(apiKeyFailures.owners_only());
    }
    if (!mayGrant(scope, key.role, key.scopes)) {
      return fail(apiKeyFailures.beyond_maker());
    }
    if (await outlivesMaker(tx, scope, key.expiresAt)) {
      return fail(apiKeyFailures.outlives_maker());
    }
    if (!isLive(key, now)) return fail(apiKeyFailures.ended());
    if (key.replacedBy !== null) {
      return fail(apiKeyFailures.replaced({ replaced_by: key.replacedBy }));
    }
    const { name, role, scopes, sourceAgent, expiresAt } = key;
    const { key: made } = newApiKey({
      id: newId,
      name,
      role,
      scopes,
      sourceAgent,
      expiresAt,
      createdAt: now,
      replaces: id,
    }, random);
    const earlier = key.replaces ? await tx.apiKeys.find([key.replaces]) : [];
    const ended = earlier.filter((one) => isLive(one, now));
    await tx.apiKeys.add([made]);
    await tx.apiKeys.save([
      { ...overlapping(key, now, overlapMs), replacedBy: newId },
      ...ended.map((one) => ({ ...one, revokedAt: now })),
    ]);
    tx.events.append([
      {
        type: "API_KEY_ROTATED",
        payload: { api_key_id: id, replaced_by: newId },
      },
      ...ended.map(({ id }) => ({
        type: "API_KEY_REVOKED" as const,
        payload: { api_key_id: id },
      })),
    ]);
    return ok(made);
  });
  if (!issued.ok) return issued;
  const isFirst = issued.value.id === newId;
  return ok({ key: issued.value, secret: isFirst ? newSecret(random) : null });
}

/** Without an overlap the key is revoked, which holds whatever the clocks of other processes say. */
function overlapping(key: ApiKey, now: Instant, overlapMs: number): ApiKey {
  if (overlapMs === 0) return { ...key, revokedAt: now };
  const until = plusMs(now, overlapMs);
  const { expiresAt } = key;
  const endsBefore = expiresAt !== null && expiresAt < until;
  return endsBefore ? key : { ...key, expiresAt: until };
}
