import type { Deps } from "../../../ports/deps.ts";
import type { Tx } from "../../../ports/unit_of_work.ts";
import type { ConnectionId, RecordId } from "../../kernel/ids.ts";
import { ok, type Result } from "../../kernel/result.ts";
import { type IntakeTx, takeInFrom } from "../../records/parts/take_in_from.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";
import type { TryOutcome } from "../health.ts";
import { type Mapping, mappingInForce } from "../mapping.ts";
import { mapPayloads, type MappedPayload } from "../parts/map_payloads.ts";
import { healthOf, noteOutcome } from "../parts/note_outcomes.ts";
import type { Payload } from "../payload.ts";
import { chanceOf } from "../chance.ts";

/** Payloads that one unit takes in. */
const PAYLOADS_PER_UNIT = 100;

/**
 * The job that takes in what waits of a connection, oldest first. A payload that its mapping cannot read is kept as
 * failed, and holds up no other. Each set is taken in and marked in one unit, so a job that dies goes on where it was.
 */
export async function ingestPayloads(
  deps: Pick<Deps, "uow" | "clock" | "ids" | "mapper" | "timer">,
  scope: Scope,
  job: { readonly id: string; readonly connectionId: ConnectionId },
): Promise<Result<null, AccessDenied>> {
  const allowed = permit(scope, "jobs.run");
  if (!allowed.ok) return allowed;
  for (;;) {
    const now = deps.clock.now();
    const read = await deps.uow.run(allowed.value, async (tx) => {
      const work = await workOf(tx, job.connectionId, now);
      if (work === null) await tx.jobs.settle(job.id);
      return ok(work);
    });
    const work = read.value;
    if (work === null) return ok(null);
    const { mapping, waiting } = work;
    const mapped = await mapPayloads(deps, mapping.expression, waiting);
    const chance = chanceOf(deps.ids.secretBytes());
    await deps.uow.run(allowed.value, async (tx) => {
      const ids = mapped.map(({ payload }) => payload.id);
      const still = new Set(
        (await tx.payloads.find(ids)).flatMap(({ id, state }) =>
          state === "waiting" ? id : []
        ),
      );
      const left = mapped.filter(({ payload }) => still.has(payload.id));
      if (left.length === 0) return ok(null);
      await takeInAll(deps, tx, left, mapping.number);
      await noteOutcome(tx, job.connectionId, outcomeOf(left), { now, chance });
      return ok(null);
    });
  }
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

/** Takes drafts in and marks the payloads. */
async function takeInAll(
  deps: Pick<Deps, "clock" | "ids">,
  tx: IntakeTx & Pick<Tx, "payloads">,
  mapped: readonly MappedPayload[],
  mappingNumber: number,
): Promise<void> {
  const { record_ids } = await takeInFrom(
    deps,
    tx,
    mapped.flatMap(({ drafts }) => drafts),
  );
  let from = 0;
  await tx.payloads.save(mapped.map(({ payload, drafts, failure }) => {
    const ids = record_ids.slice(from, from += drafts.length);
    return {
      ...payload,
      state: failure === null ? "taken_in" : "failed",
      failure,
      mappingNumber,
      recordIds: [...new Set(ids)] as RecordId[],
    };
  }));
}

function outcomeOf(mapped: readonly MappedPayload[]): TryOutcome {
  const failed = mapped.filter(({ failure }) => failure !== null);
  return failed.length < mapped.length
    ? { kind: "succeeded", step: "mapping" }
    : {
      kind: "failed",
      cause: "unmapped",
      detail: failed[0]!.failure!.kind,
    };
}
