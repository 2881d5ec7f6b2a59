import type { Deps } from "../../../ports/deps.ts";
import type { Tx } from "../../../ports/unit_of_work.ts";
import { putOff } from "../../billing/parts/put_off.ts";
import { takeFitting } from "../../billing/parts/take_fitting.ts";
import type { ConnectionId } from "../../kernel/ids.ts";
import { ok, type Result } from "../../kernel/result.ts";
import type { IntakeDeps } from "../../records/parts/take_in_from.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";
import { type Mapping, mappingInForce } from "../mapping.ts";
import { mapPayloads, type MappedPayload } from "../parts/map_payloads.ts";
import { healthOf } from "../parts/note_outcomes.ts";
import { takeInWaiting } from "../parts/take_in_waiting.ts";
import type { Payload } from "../payload.ts";

/** Payloads that one unit takes in. */
const PAYLOADS_PER_UNIT = 100;

/**
 * The job that takes in what waits of a connection, oldest first. A payload that its mapping cannot read is kept as
 * failed, and holds up no other. Each set is taken in and marked in one unit, so a job that dies goes on where it was.
 */
export async function ingestPayloads(
  deps: Pick<Deps, "uow" | "mapper" | "timer"> & IntakeDeps,
  scope: Scope,
  job: { readonly id: string; readonly connectionId: ConnectionId },
): Promise<Result<null, AccessDenied>> {
  const allowed = permit(scope, "jobs.run");
  if (!allowed.ok) return allowed;
  const permitted = allowed.value;
  for (;;) {
    const now = deps.clock.now();
    const read = await deps.uow.run(permitted, async (tx) => {
      const work = await workOf(tx, job.connectionId, now);
      if (work === null) await tx.jobs.settle(job.id);
      return ok(work);
    });
    const work = read.value;
    if (work === null) return ok(null);
    const { mapping, waiting } = work;
    const mapped = await mapPayloads(deps, mapping.expression, waiting);
    const { id, connectionId } = job;
    const taken = await takeFitting(
      mapped,
      halvesOf,
      (some) =>
        takeInWaiting(deps, permitted, {
          connectionId,
          mapped: some,
          mappingNumber: mapping.number,
          now,
        }),
    );
    if (taken.ok) continue;
    const task = { kind: "ingest_payloads", connectionId } as const;
    await putOff(deps, permitted, { id, task }, taken.failure);
    return ok(null);
  }
}

function halvesOf(
  mapped: readonly MappedPayload[],
): readonly [readonly MappedPayload[], readonly MappedPayload[]] | null {
  if (mapped.length < 2) return null;
  const half = Math.ceil(mapped.length / 2);
  return [mapped.slice(0, half), mapped.slice(half)];
}

async function workOf(
  tx: Pick<Tx, "connections" | "connectionHealth" | "mappings" | "payloads">,
  connectionId: ConnectionId,
  now: Payload["receivedAt"],
): Promise<
  {
    readonly mapping: Pick<Mapping, "number" | "expression">;
    readonly waiting: readonly Payload[];
  } | null
> {
  const [connection] = await tx.connections.find([connectionId]);
  if (!connection || connection.archivedAt !== null) return null;
  const health = await healthOf(tx, connectionId, now);
  if (health.state === "paused") return null;
  const waiting = await tx.payloads.waiting(connectionId, PAYLOADS_PER_UNIT);
  if (waiting.length === 0) return null;
  const mapping = mappingInForce(await tx.mappings.all(), connectionId);
  return { mapping, waiting };
}
