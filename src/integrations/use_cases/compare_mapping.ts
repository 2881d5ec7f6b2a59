import type { Deps } from "../../../ports/deps.ts";
import type { Failure } from "../../kernel/failure.ts";
import type { ConnectionId } from "../../kernel/ids.ts";
import type { Page, PageRequest } from "../../kernel/page.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";
import { connectionFailures } from "../connection.ts";
import { mappingInForce } from "../mapping.ts";
import { mapAgain } from "../parts/map_again.ts";
import type { Payload } from "../payload.ts";
import { remapped, type RemappedRecord } from "../remapped.ts";

/** What another mapping makes of a payload that was taken in, or why nothing. */
export interface ComparedPayload {
  readonly payload: Payload;
  readonly records: readonly RemappedRecord[];
  readonly failure: Payload["failure"];
}

/** Shows what a mapping would make of the payloads that are kept, against what was made of them; the latest first. Nothing is changed. */
export async function compareMapping(
  deps: Pick<Deps, "uow" | "mapper" | "timer">,
  scope: Scope,
  { connectionId, expression }: {
    readonly connectionId: ConnectionId;
    /** Absent: the one in force. */
    readonly expression: string | undefined;
  },
  page: PageRequest,
): Promise<
  Result<
    Page<ComparedPayload>,
    | AccessDenied
    | Failure<"connection.missing" | "mapping.wrong_expression">
  >
> {
  const allowed = permit(scope, "connections.write");
  if (!allowed.ok) return allowed;
  const read = await deps.uow.run(allowed.value, async (tx) => {
    const [connection] = await tx.connections.find([connectionId]);
    if (!connection) {
      return fail(connectionFailures.missing({ connection_id: connectionId }));
    }
    const filter = { connectionId, state: "taken_in" } as const;
    const mappings = await tx.mappings.all();
    return ok({ mappings, page: await tx.payloads.list(filter, page) });
  });
  if (!read.ok) return read;
  const { mappings, page: { data, nextCursor } } = read.value;
  const used = expression ?? mappingInForce(mappings, connectionId).expression;
  const ready = deps.mapper.read(used);
  if (!ready.ok) return ready;
  const kept = data.filter(({ body }) => body !== null);
  const twice = await mapAgain(deps, mappings, used, kept);
  return ok({
    data: twice.map(({ payload, before, after }) => ({
      payload,
      records: after.failure ? [] : remapped(before.drafts, after.drafts),
      failure: after.failure,
    })),
    nextCursor,
  });
}
