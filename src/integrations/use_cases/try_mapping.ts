import { parsePayload } from "../parse_payload.ts";
import type { Deps } from "../../../ports/deps.ts";
import type { Failure } from "../../kernel/failure.ts";
import type { ConnectionId, PayloadId } from "../../kernel/ids.ts";
import type { Json } from "../../kernel/json.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";
import { connectionFailures } from "../connection.ts";
import { draftsMade } from "../drafts_made.ts";
import { mappingInForce } from "../mapping.ts";
import type { SourcedDraft } from "../../records/revision/sourced_draft.ts";
import { payloadFailures } from "../payload.ts";

export interface TryMapping {
  readonly connectionId: ConnectionId;
  /** Absent: the one in force. */
  readonly expression?: string | undefined;
  /** A payload that was kept, or one that is given. */
  readonly on: { readonly payloadId: PayloadId } | { readonly payload: Json };
}

/** What a mapping made: as it is, and as records or why it makes none. */
export interface TriedMapping {
  readonly made: Json;
  readonly drafts: readonly SourcedDraft[];
  readonly failure: Failure | null;
}

/** Tries a mapping on one payload; nothing is kept. */
export async function tryMapping(
  deps: Pick<Deps, "uow" | "mapper">,
  scope: Scope,
  { connectionId, expression, on }: TryMapping,
): Promise<
  Result<
    TriedMapping,
    | AccessDenied
    | Failure<
      | "connection.missing"
      | "payload.missing"
      | "payload.gone"
      | "mapping.wrong_expression"
    >
  >
> {
  const allowed = permit(scope, "connections.write");
  if (!allowed.ok) return allowed;
  const read = await deps.uow.run(allowed.value, async (tx) => {
    const [connection] = await tx.connections.find([connectionId]);
    if (!connection) {
      return fail(connectionFailures.missing({ connection_id: connectionId }));
    }
    const inForce = mappingInForce(await tx.mappings.all(), connectionId);
    if ("payload" in on) {
      return ok({ inForce: inForce.expression, payload: on.payload });
    }
    const [kept] = await tx.payloads.find([on.payloadId]);
    if (kept?.connectionId !== connectionId) {
      return fail(payloadFailures.missing({ payload_id: on.payloadId }));
    }
    if (kept.body === null) return fail(payloadFailures.gone());
    const payload = parsePayload(kept.body);
    return ok({ inForce: inForce.expression, payload });
  });
  if (!read.ok) return read;
  const { inForce, payload } = read.value;
  const ready = deps.mapper.read(expression ?? inForce);
  if (!ready.ok) return ready;
  const made = await ready.value.apply(payload);
  if (!made.ok) return ok({ made: null, drafts: [], failure: made.failure });
  const drafts = draftsMade(made.value, payload, connectionId);
  return ok({
    made: made.value ?? null,
    drafts: drafts.ok ? drafts.value : [],
    failure: drafts.ok ? null : drafts.failure,
  });
}
