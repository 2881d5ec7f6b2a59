import type { Tx } from "../../../ports/unit_of_work.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { entitlementOf } from "../entitlement.ts";
import { limitCrossed } from "../limit_crossed.ts";
import { limitFailure } from "../limit_failure.ts";
import type { NoRoom } from "../no_room.ts";
import { readStanding, type StandingDeps } from "./read_standing.ts";
import type { TakeTx } from "./take_records.ts";

/** Who has a seat and what takes one: counted anew each time, so that no count can be wrong. */
const COUNTS = {
  members: async (tx: Pick<Tx, "members">) =>
    (await tx.members.all()).filter(({ removedAt }) => removedAt === null)
      .length,
  connections: async (tx: Pick<Tx, "connections">) =>
    (await tx.connections.all()).filter(({ archivedAt, isDefault }) =>
      archivedAt === null && !isDefault
    ).length,
} as const;

/** How many seats are taken. */
export function countSeats(
  tx: Pick<Tx, "members" | "connections">,
  what: keyof typeof COUNTS,
): Promise<number> {
  return COUNTS[what](tx);
}

/** Makes sure, in the unit that adds one, that the plan has room for it; of many at once just as many find room as there is. */
export async function takeSeat(
  deps: StandingDeps,
  tx: TakeTx & Pick<Tx, "members" | "connections">,
  what: keyof typeof COUNTS,
): Promise<Result<null, NoRoom>> {
  const entitlement = entitlementOf(await readStanding(deps, tx));
  const limit = entitlement.limits[what];
  if (limit === null) return ok(null);
  await tx.usage.takeTurn(what);
  const used = await countSeats(tx, what);
  if (used >= limit) {
    const place = { what, limit, used, resetsAt: null };
    return fail(limitFailure(entitlement, place));
  }
  tellSeats(tx, what, { before: used, after: used + 1, limit });
  return ok(null);
}

/** Tells that the seats taken came near what the plan has, or to it. */
export function tellSeats(
  tx: Pick<Tx, "events">,
  what: keyof typeof COUNTS,
  { before, after, limit }: {
    readonly before: number;
    readonly after: number;
    readonly limit: number | null;
  },
): void {
  const crossed = limitCrossed(before, after, limit);
  if (crossed === null) return;
  tx.events.append([{
    type: crossed === "near" ? "LIMIT_NEAR" : "LIMIT_REACHED",
    payload: { what, limit: limit!, used: after, resets_at: null },
  }]);
}
