import type { Deps } from "../../../ports/deps.ts";
import type { Failure } from "../../kernel/failure.ts";
import type { ConnectionId } from "../../kernel/ids.ts";
import { type Instant, plusMs } from "../../kernel/instant.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { sha256 } from "../../kernel/sha256.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import { actorId, type Scope } from "../../tenancy/scope.ts";
import { authorisationAddress, newState } from "../authorisation.ts";
import { connectionFailures, SECRET_NAMES } from "../connection.ts";
import { seal } from "../parts/sealed.ts";

/** How long a person may take at the source. */
const LIFETIME_MS = 10 * 60_000;

/** Where to send the person who authorises. */
export interface BegunAuthorisation {
  readonly url: string;
  readonly expiresAt: Instant;
}

/** Begins to authorise a connection: whoever began it must be the one who brings the answer back. An earlier beginning is forgotten. */
export async function beginAuthorisation(
  deps: Pick<Deps, "uow" | "clock" | "ids" | "sealer">,
  scope: Scope,
  { id, redirectUri }: {
    readonly id: ConnectionId;
    readonly redirectUri: string;
  },
): Promise<
  Result<
    BegunAuthorisation,
    | AccessDenied
    | Failure<
      | "connection.missing"
      | "connection.archived"
      | "connection.other_kind"
      | "connection.no_sealing"
    >
  >
> {
  const allowed = permit(scope, "connections.write");
  if (!allowed.ok) return allowed;
  const { sealer } = deps;
  if (!sealer) return fail(connectionFailures.no_sealing());
  const now = deps.clock.now();
  const expiresAt = plusMs(now, LIFETIME_MS);
  const state = newState(id, deps.ids.secretBytes());
  const verifier = deps.ids.secretBytes().toHex();
  const sealed = await seal(sealer, scope.tenantId, id, {
    [SECRET_NAMES.verifier]: verifier,
  }, now);
  return deps.uow.run(allowed.value, async (tx) => {
    const [connection] = await tx.connections.find([id]);
    if (!connection) {
      return fail(connectionFailures.missing({ connection_id: id }));
    }
    if (connection.archivedAt !== null) {
      return fail(connectionFailures.archived());
    }
    if (
      connection.kind !== "pull" || connection.settings.auth.kind !== "oauth2"
    ) return fail(connectionFailures.other_kind({ kind: connection.kind }));
    const [pull] = await tx.pullStates.find([id]);
    await tx.connectionSecrets.put(sealed);
    await tx.pullStates.save([{
      ...pull!,
      authorisation: {
        stateHash: sha256(state),
        startedBy: actorId(scope),
        redirectUri,
        expiresAt,
      },
    }]);
    const url = authorisationAddress(connection.settings.auth, {
      state,
      verifier,
      redirectUri,
    });
    return ok({ url, expiresAt });
  });
}
