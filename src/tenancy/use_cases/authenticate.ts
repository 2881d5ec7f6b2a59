import type { Deps } from "../../../ports/deps.ts";
import type { Failure } from "../../kernel/failure.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { accessFailures } from "../access.ts";
import { hashSecret, isLive } from "../api_key.ts";
import { openScope } from "../open_scope.ts";
import type { Scope } from "../scope.ts";

/** The scope that an API key's secret opens; `traceparent` is the caller's. Unknown, revoked and expired keys get the same answer. */
export async function authenticate(
  deps: Pick<Deps, "directory" | "clock">,
  secret: string,
  traceparent?: string,
): Promise<Result<Scope, Failure<"access.unauthenticated">>> {
  const found = await deps.directory.apiKeyByHash(hashSecret(secret));
  if (!found || !isLive(found.key, deps.clock.now())) {
    return fail(accessFailures.unauthenticated());
  }
  const { id, role, scopes, sourceAgent } = found.key;
  const actor = { kind: "api_key", id, role, scopes } as const;
  return ok(openScope(found.tenantId, actor, { sourceAgent, traceparent }));
}
