import type { Deps } from "../../../ports/deps.ts";
import type { NoRoom } from "../../billing/no_room.ts";
import { type Lacking, needFeature } from "../../billing/parts/need_feature.ts";
import type { StandingDeps } from "../../billing/parts/read_standing.ts";
import { takeSeat } from "../../billing/parts/take_seat.ts";
import type { Failure } from "../../kernel/failure.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import { actorId, type Scope } from "../../tenancy/scope.ts";
import {
  type Connection,
  connectionFailures,
  type ConnectionSource,
  SECRET_NAMES,
} from "../connection.ts";
import { hookSecretFlaw, newHookSecret, rotated } from "../hook_secrets.ts";
import { pullAddressFlaws } from "../parts/pull_addresses.ts";
import { seal, type Secrets } from "../parts/sealed.ts";
import { freshPullState } from "../pull_state.ts";

export type CreateConnection = ConnectionSource & {
  readonly name: string;
  /** What signs webhooks, or the bearer's or the OAuth client's secret. */
  readonly secret?: string | undefined;
  /** Put in force at once; it is known to be one that can be used. */
  readonly mapping?: string | undefined;
};

/** A connection, and the secret that was made for it: told once, null in the answer to a repeated request. */
export interface CreatedConnection {
  readonly connection: Connection;
  readonly secret: string | null;
}

/** Adds a source of records. Of a webhook that names no secret one is made. */
export async function createConnection(
  deps: Pick<Deps, "uow" | "ids" | "sealer" | "outgoing"> & StandingDeps,
  scope: Scope,
  { name, secret, mapping, ...source }: CreateConnection,
): Promise<
  Result<
    CreatedConnection,
    | AccessDenied
    | NoRoom
    | Lacking
    | Failure<"connection.no_sealing" | "connection.invalid">
  >
> {
  const allowed = permit(scope, "connections.write");
  if (!allowed.ok) return allowed;
  const flaw = secretFlaw(source, secret);
  const flaws = [
    ...flaw === null ? [] : [{ pointer: "/secret", detail: flaw }],
    ...pullAddressFlaws(deps, source, "/settings"),
  ];
  if (flaws.length > 0) return fail(connectionFailures.invalid({}, flaws));
  const made = source.kind === "webhook" && secret === undefined
    ? newHookSecret(deps.ids.secretBytes())
    : null;
  const now = deps.clock.now();
  const connection: Connection = {
    id: deps.ids.next("con"),
    version: 1,
    name,
    ...source,
    isDefault: false,
    createdAt: now,
    archivedAt: null,
  };
  const mappingId = deps.ids.next("map");
  const secrets = secretsOf(connection, secret ?? made, now);
  if (Object.keys(secrets).length > 0 && !deps.sealer) {
    return fail(connectionFailures.no_sealing());
  }
  const sealed = deps.sealer
    ? await seal(deps.sealer, scope.tenantId, connection.id, secrets, now)
    : [];
  const created = await deps.uow.run(
    allowed.value,
    async (tx): Promise<Result<Connection, NoRoom | Lacking>> => {
      if (connection.kind === "pull") {
        const feature = await needFeature(deps, tx, "pull_connections");
        if (!feature.ok) return feature;
      }
      const seat = await takeSeat(deps, tx, "connections");
      if (!seat.ok) return seat;
      await tx.connections.add([connection]);
      await tx.connectionSecrets.put(sealed);
      if (connection.kind === "pull") {
        await tx.pullStates.add([freshPullState(connection.id)]);
      }
      if (mapping !== undefined) {
        await tx.mappings.add([{
          id: mappingId,
          version: 1,
          connectionId: connection.id,
          number: 1,
          expression: mapping,
          createdAt: now,
          createdBy: actorId(scope),
        }]);
      }
      tx.events.append([{
        type: "CONNECTION_CREATED",
        payload: {
          connection_id: connection.id,
          name: connection.name,
          kind: connection.kind,
        },
      }]);
      return ok(connection);
    },
  );
  if (!created.ok) return created;
  const isFirst = created.value.id === connection.id;
  return ok({ connection: created.value, secret: isFirst ? made : null });
}

/** What is wrong with the secret that was given with a source, or lacking; null when nothing is. */
export function secretFlaw(
  source: ConnectionSource,
  secret: string | undefined,
): string | null {
  if (source.kind === "webhook") {
    return secret === undefined
      ? null
      : hookSecretFlaw(secret, source.settings.scheme);
  }
  if (source.kind !== "pull") {
    return secret === undefined ? null : "is of no use to this kind";
  }
  const { auth } = source.settings;
  const wanted = auth.kind === "bearer" || auth.client_auth !== "none";
  if (!wanted) return secret === undefined ? null : "is of no use to this kind";
  if (secret === undefined) return "is missing";
  return /^[\x21-\x7e]{1,4000}$/.test(secret)
    ? null
    : "is not up to 4,000 visible ASCII characters";
}

function secretsOf(
  connection: Connection,
  secret: string | null,
  now: Connection["createdAt"],
): Secrets {
  if (secret === null) return {};
  if (connection.kind === "webhook") {
    return {
      [SECRET_NAMES.hookSecrets]: JSON.stringify(rotated([], secret, now)),
    };
  }
  return connection.kind === "pull" &&
      connection.settings.auth.kind === "bearer"
    ? { [SECRET_NAMES.bearer]: secret }
    : { [SECRET_NAMES.clientSecret]: secret };
}
