import type { Deps } from "../../../ports/deps.ts";
import type { Tx } from "../../../ports/unit_of_work.ts";
import type { Task } from "../../events/job.ts";
import { laterJob } from "../../events/later_job.ts";
import type { Instant } from "../../kernel/instant.ts";
import { ok } from "../../kernel/result.ts";
import { monthAfter, monthOf } from "../../kernel/month.ts";
import type { Permit } from "../../tenancy/access.ts";
import { type NoRoom, tryAgainAt } from "../no_room.ts";
import { readStanding, type StandingDeps } from "./read_standing.ts";
import { recordsFact } from "./take_records.ts";

/** Ends a job for which there was no room, and has the same done when there may be some. Nothing of it is lost. */
export async function putOff(
  deps: Pick<Deps, "uow"> & StandingDeps,
  permit: Permit,
  { id, task }: { readonly id: string; readonly task: Task },
  noRoom: NoRoom,
): Promise<void> {
  await deps.uow.run(permit, async (tx) => {
    if (!await tx.jobs.settle(id)) return ok(null);
    const dueAt = await whenThereMayBeRoom(deps, tx, noRoom);
    await tx.jobs.later([
      laterJob(permit.tenantId, task, { dueAt, turn: "no room" }),
    ]);
    await tellReached(tx, noRoom);
    return ok(null);
  });
}

/**
 * When there may be room for what found none: at once where the plan has changed since. Whoever changes it takes turns
 * with this, and hastens what was put off before.
 */
export async function whenThereMayBeRoom(
  deps: StandingDeps,
  tx: Pick<Tx, "billingAccounts" | "usage">,
  noRoom: NoRoom,
): Promise<Instant> {
  await tx.usage.takeTurn("plan");
  const { plan } = await readStanding(deps, tx);
  const now = deps.clock.now();
  const isSame = (plan?.id ?? null) === (noRoom.facts["plan"] ?? null);
  return isSame ? tryAgainAt(noRoom, now) : now;
}

/** Tells that the records of a month are used up, the first time that something found no room. */
export async function tellReached(
  tx: Pick<Tx, "usage" | "events">,
  { facts: { what, limit, used, resets_at } }: NoRoom,
): Promise<void> {
  if (what !== "records") return;
  // The month that had no room: it may be over by now.
  const month = monthAfter(monthOf(resets_at as Instant), -1);
  const [most, counted] = [Number(limit), Number(used)];
  if (await tx.usage.noteReached("records", month, most)) {
    tx.events.append([recordsFact("LIMIT_REACHED", month, most, counted)]);
  }
}
