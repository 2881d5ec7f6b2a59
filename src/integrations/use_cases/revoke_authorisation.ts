import type { Deps } from "../../../ports/deps.ts";
import type { Failure } from "../../kernel/failure.ts";
import type { ConnectionId } from "../../kernel/ids.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";
import { connectionFailures, SECRET_NAMES } from "../connection.ts";
import { open, seal, sealedOf } from "../parts/sealed.ts";
import { readTokens } from "../tokens.ts";

/** Forgets a connection's tokens, and tells the source that they are no longer wanted. True: the source took note. */
export async function revokeAuthorisation(
  deps: Pick<Deps, "uow" | "clock" | "sealer" | "tokenGrants">,
  scope: Scope,
  id: ConnectionId,
): Promise<
  Result<
    boolean,
    | AccessDenied
    | Failure<
      | "connection.missing"
      | "connection.other_kind"
      | "connection.not_authorised"
      | "connection.no_sealing"
      | "sealed.unknown_key"
      | "sealed.wrong"
    >
  >
> {
  const allowed = permit(scope, "connections.write");
  if (!allowed.ok) return allowed;
  const { sealer } = deps;
  if (!sealer) return fail(connectionFailures.no_sealing());
  const { tenantId } = scope;
  const now = deps.clock.now();
  const none = await seal(sealer, tenantId, id, {
    [SECRET_NAMES.tokens]: "",
  }, now);
  // In one unit with what it returns, so that a repeated request tells the source again.
  const forgotten = await deps.uow.run(allowed.value, async (tx) => {
    const [connection] = await tx.connections.find([id]);
    if (!connection) {
      return fail(connectionFailures.missing({ connection_id: id }));
    }
    if (
      connection.kind !== "pull" || connection.settings.auth.kind !== "oauth2"
    ) return fail(connectionFailures.other_kind({ kind: connection.kind }));
    const [state] = await tx.pullStates.find([id]);
    if (!state?.grant) return fail(connectionFailures.not_authorised());
    const sealed = await sealedOf(tx, id);
    await tx.connectionSecrets.put(none);
    await tx.pullStates.save([{
      ...state,
      run: state.run + 1,
      grant: null,
      authorisation: null,
      nextAt: null,
    }]);
    tx.events.append([{
      type: "CONNECTION_DEAUTHORISED",
      payload: { connection_id: id },
    }]);
    return ok({ settings: connection.settings.auth, sealed });
  });
  if (!forgotten.ok) return forgotten;
  const { settings, sealed } = forgotten.value;
  const secrets = await open(sealer, tenantId, sealed);
  if (!secrets.ok) return secrets;
  const tokens = readTokens(secrets.value[SECRET_NAMES.tokens]!);
  const told = await deps.tokenGrants.revoke({
    settings,
    secret: secrets.value[SECRET_NAMES.clientSecret] ?? null,
  }, tokens.refreshToken ?? tokens.accessToken);
  return ok(told.ok && settings.revocation_endpoint !== undefined);
}
