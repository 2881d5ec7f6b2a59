import type { Deps } from "../../../ports/deps.ts";
import type { Failure } from "../../kernel/failure.ts";
import type { ConnectionId, PayloadId } from "../../kernel/ids.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";
import { connectionFailures } from "../connection.ts";
import { type Payload, payloadFailures } from "../payload.ts";

/** Payloads that one request sends again; a further request goes on. */
export const REPLAYED_MAX = 1_000;

/** Lets one payload that failed, or that conflicts, be taken in as it would be now. */
export async function replayPayload(
  deps: Pick<Deps, "uow">,
  scope: Scope,
  id: PayloadId,
): Promise<
  Result<
    Payload,
    | AccessDenied
    | Failure<"payload.missing" | "payload.settled" | "payload.gone">
  >
> {
  const allowed = permit(scope, "connections.write");
  if (!allowed.ok) return allowed;
  return deps.uow.run(allowed.value, async (tx) => {
    const [payload] = await tx.payloads.find([id]);
    if (!payload) return fail(payloadFailures.missing({ payload_id: id }));
    if (payload.state === "waiting") return ok(payload);
    if (payload.state === "taken_in") return fail(payloadFailures.settled());
    if (payload.body === null) return fail(payloadFailures.gone());
    const again = waiting(payload);
    await tx.payloads.save([again]);
    tx.events.append([{
      type: "PAYLOADS_REPLAYED",
      payload: { connection_id: payload.connectionId, payload_ids: [id] },
    }]);
    return ok({ ...again, version: again.version + 1 });
  });
}

/** The same for all of a connection's that failed, up to `REPLAYED_MAX`, the latest first; returns how many. */
export async function replayFailedPayloads(
  deps: Pick<Deps, "uow">,
  scope: Scope,
  connectionId: ConnectionId,
): Promise<
  Result<number, AccessDenied | Failure<"connection.missing">>
> {
  const allowed = permit(scope, "connections.write");
  if (!allowed.ok) return allowed;
  return deps.uow.run(allowed.value, async (tx) => {
    const [connection] = await tx.connections.find([connectionId]);
    if (!connection) {
      return fail(connectionFailures.missing({ connection_id: connectionId }));
    }
    const { data } = await tx.payloads.list(
      { connectionId, state: "failed" },
      { limit: REPLAYED_MAX, cursor: null },
    );
    const again = data.filter(({ body }) => body !== null).map(waiting);
    if (again.length === 0) return ok(0);
    await tx.payloads.save(again);
    tx.events.append([{
      type: "PAYLOADS_REPLAYED",
      payload: {
        connection_id: connectionId,
        payload_ids: again.map(({ id }) => id),
      },
    }]);
    return ok(again.length);
  });
}

function waiting(payload: Payload): Payload {
  return { ...payload, state: "waiting", failure: null };
}
