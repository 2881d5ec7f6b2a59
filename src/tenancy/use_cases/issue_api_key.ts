import type { Deps } from "../../../ports/deps.ts";
import type { Failure } from "../../kernel/failure.ts";
import type { Instant } from "../../kernel/instant.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import {
  type AccessDenied,
  type Action,
  mayGrant,
  permit,
  type Role,
} from "../access.ts";
import { type ApiKey, apiKeyFailures, isLive, newApiKey } from "../api_key.ts";
import { outlivesMaker } from "../parts/outlives_maker.ts";
import { isOwner, type Scope } from "../scope.ts";

export interface IssueApiKey {
  readonly name: string;
  readonly role: Role | "agent";
  readonly scopes: readonly Action[];
  readonly sourceAgent: string;
  readonly expiresAt: Instant | null;
}

/** A key and its secret. The secret is null when a repeated request gets the first one's answer: it is told once. */
export interface IssuedApiKey {
  readonly key: ApiKey;
  readonly secret: string | null;
}

/** Makes an API key, allowed no more than its maker, and for no longer where that is a key. Only an owner may make an owner's. */
export async function issueApiKey(
  deps: Pick<Deps, "uow" | "clock" | "ids">,
  scope: Scope,
  command: IssueApiKey,
): Promise<
  Result<
    IssuedApiKey,
    | AccessDenied
    | Failure<
      | "api_key.owners_only"
      | "api_key.beyond_maker"
      | "api_key.outlives_maker"
      | "api_key.expired"
    >
  >
> {
  const allowed = permit(scope, "api_keys.write");
  if (!allowed.ok) return allowed;
  if (command.role === "owner" && !isOwner(scope)) {
    return fail(apiKeyFailures.owners_only());
  }
  if (!mayGrant(scope, command.role, command.scopes)) {
    return fail(apiKeyFailures.beyond_maker());
  }
  const now = deps.clock.now();
  const { key, secret } = newApiKey(
    { ...command, id: deps.ids.next("key"), createdAt: now },
    deps.ids.secretBytes(),
  );
  const issued = await deps.uow.run(allowed.value, async (tx) => {
    // In here, so that a repeated request gets its first answer when the key has run out since.
    if (!isLive(key, now)) {
      return fail(apiKeyFailures.expired({}, [{
        pointer: "/expires_at",
        detail: "is not in the future",
      }]));
    }
    if (await outlivesMaker(tx, scope, key.expiresAt)) {
      return fail(apiKeyFailures.outlives_maker());
    }
    await tx.apiKeys.add([key]);
    tx.events.append([{
      type: "API_KEY_CREATED",
      payload: { api_key_id: key.id, role: key.role },
    }]);
    return ok(key);
  });
  if (!issued.ok) return issued;
  const isFirst = issued.value.id === key.id;
  return ok({ key: issued.value, secret: isFirst ? secret : null });
}
