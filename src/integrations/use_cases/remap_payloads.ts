import type { Deps } from "../../../ports/deps.ts";
import type { NoRoom } from "../../billing/no_room.ts";
import { putOff } from "../../billing/parts/put_off.ts";
import type { ConnectionId, PayloadId, RecordId } from "../../kernel/ids.ts";
import { ok, type Result } from "../../kernel/result.ts";
import { remakeRecords } from "../../records/parts/remake_records.ts";
import {
  type IntakeDeps,
  takeInFrom,
} from "../../records/parts/take_in_from.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";
import { mappingNumbered } from "../mapping.ts";
import { mapAgain } from "../parts/map_again.ts";

const PAYLOADS_PER_UNIT = 100;

/**
 * The job that applies a mapping to what was taken in before, the latest first. A record changes only where the payload
 * is the version of it that stands. What is done is marked with the mapping's number in the same unit, so a job that
 * dies begins anew and changes nothing twice.
 */
export async function remapPayloads(
  deps: Pick<Deps, "uow" | "mapper" | "timer"> & IntakeDeps,
  scope: Scope,
  job: {
    readonly id: string;
    readonly connectionId: ConnectionId;
    readonly number: number;
  },
): Promise<Result<null, AccessDenied>> {
  const allowed = permit(scope, "jobs.run");
  if (!allowed.ok) return allowed;
  const { connectionId, number } = job;
  const filter = { connectionId, state: "taken_in" } as const;
  for (let cursor: PayloadId | null = null;;) {
    const read = await deps.uow.run(allowed.value, async (tx) =>
      ok({
        mappings: await tx.mappings.all(),
        page: await tx.payloads.list(filter, {
          limit: PAYLOADS_PER_UNIT,
          cursor,
        }),
      }));
    const { mappings, page } = read.value;
    const left = page.data.filter((one) =>
      one.body !== null && one.mappingNumber !== number
    );
    const expression = mappingNumbered(mappings, connectionId, number);
    const twice = (await mapAgain(deps, mappings, expression, left))
      .filter(({ after }) => after.failure === null);
    const isLast = page.nextCursor === null;
    const remapped = await deps.uow.run(
      allowed.value,
      async (tx): Promise<Result<null, NoRoom>> => {
        if (isLast && !await tx.jobs.settle(job.id)) return ok(null);
        if (twice.length === 0) return ok(null);
        const pairs = twice.flatMap(({ before, after }) =>
          after.drafts.map((draft) => ({
            draft,
            before: before.drafts.find(({ externalId }) =>
              externalId === draft.externalId
            ) ?? null,
          }))
        );
        const known = pairs.flatMap(({ draft, before }) =>
          before === null ? [] : [{ draft, standsAs: before.fingerprint }]
        );
        await remakeRecords(deps, tx, known);
        const fresh = pairs.filter(({ before }) => before === null)
          .map(({ draft }) => draft);
        const intake = await takeInFrom(deps, tx, fresh);
        if (!intake.ok) return intake;
        const { record_ids } = intake.value;
        const idOf = new Map(fresh.map((draft, i) => [draft, record_ids[i]!]));
        await tx.payloads.save(twice.map(({ payload, after }) => ({
          ...payload,
          mappingNumber: number,
          recordIds: [
            ...new Set([
              ...payload.recordIds,
              ...after.drafts.flatMap((draft) => idOf.get(draft) ?? []),
            ]),
          ] as RecordId[],
        })));
        return ok(null);
      },
    );
    if (!remapped.ok) {
      const task = { kind: "remap_payloads", connectionId, number } as const;
      await putOff(deps, allowed.value, { id: job.id, task }, remapped.failure);
      return ok(null);
    }
    if (isLast) return ok(null);
    cursor = page.nextCursor as PayloadId;
  }
}
