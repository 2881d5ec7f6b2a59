import type { Deps } from "../../../ports/deps.ts";
import type { Failure } from "../../kernel/failure.ts";
import type { ConnectionId } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/instant.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";
import {
  connectionFailures,
  type HookConnection,
  type PullConnection,
  SECRET_NAMES,
} from "../connection.ts";
import {
  type HookSecrets,
  newHookSecret,
  readHookSecrets,
  rotated,
} from "../hook_secrets.ts";
import { open, seal, sealedOf } from "../parts/sealed.ts";
import { secretFlaw } from "./create_connection.ts";

/**
 * Gives a connection another secret: of a webhook the one before is taken a day longer, of a pull it is forgotten.
 * A webhook that is given none has one made, which is returned; null otherwise.
 */
export async function rotateConnectionSecret(
  deps: Pick<Deps, "uow" | "clock" | "ids" | "sealer">,
  scope: Scope,
  { id, secret }: {
    readonly id: ConnectionId;
    readonly secret: string | undefined;
  },
): Promise<
  Result<
    string | null,
    | AccessDenied
    | Failure<
      | "connection.missing"
      | "connection.no_sealing"
      | "connection.invalid"
      | "connection.other_kind"
      | "sealed.unknown_key"
      | "sealed.wrong"
    >
  >
> {
  const allowed = permit(scope, "connections.write");
  if (!allowed.ok) return allowed;
  const { sealer } = deps;
  if (!sealer) return fail(connectionFailures.no_sealing());
  const now = deps.clock.now();
  const fresh = newHookSecret(deps.ids.secretBytes());
  const { tenantId } = scope;
  // A repeated request is answered without its work being done: then nothing was made for it.
  let made: string | null = null;
  const rotation = await deps.uow.run(allowed.value, async (tx) => {
    const [connection] = await tx.connections.find([id]);
    if (!connection) {
      return fail(connectionFailures.missing({ connection_id: id }));
    }
    if (connection.kind !== "webhook" && connection.kind !== "pull") {
      return fail(connectionFailures.other_kind({ kind: connection.kind }));
    }
    const flaw = secretFlaw(connection, secret);
    if (flaw !== null) {
      return fail(
        connectionFailures.invalid({}, [{ pointer: "/secret", detail: flaw }]),
      );
    }
    const opened = await open(sealer, tenantId, await sealedOf(tx, id));
    if (!opened.ok) return opened;
    made = connection.kind === "webhook" && secret === undefined ? fresh : null;
    const secrets = rotatedSecrets(
      connection,
      readHookSecrets(opened.value[SECRET_NAMES.hookSecrets] ?? "[]"),
      secret ?? fresh,
      now,
    );
    await tx.connectionSecrets.put(
      await seal(sealer, tenantId, id, secrets, now),
    );
    tx.events.append([{
      type: "CONNECTION_SECRET_ROTATED",
      payload: { connection_id: id },
    }]);
    return ok(null);
  });
  return rotation.ok ? ok(made) : rotation;
}

function rotatedSecrets(
  connection: HookConnection | PullConnection,
  kept: HookSecrets,
  secret: string,
  now: Instant,
) {
  if (connection.kind === "webhook") {
    return {
      [SECRET_NAMES.hookSecrets]: JSON.stringify(rotated(kept, secret, now)),
    };
  }
  return connection.settings.auth.kind === "bearer"
    ? { [SECRET_NAMES.bearer]: secret }
    : { [SECRET_NAMES.clientSecret]: secret };
}
