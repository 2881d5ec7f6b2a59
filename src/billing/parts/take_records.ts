import type { Tx } from "../../../ports/unit_of_work.ts";
import type { Fact } from "../../events/fact.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { type Month, monthOf, resetsAt } from "../../kernel/month.ts";
import { entitlementOf } from "../entitlement.ts";
import { limitFailure } from "../limit_failure.ts";
import { limitCrossed } from "../limit_crossed.ts";
import type { NoRoom } from "../no_room.ts";
import { readStanding, type StandingDeps } from "./read_standing.ts";

export type TakeTx = Pick<Tx, "billingAccounts" | "usage" | "events">;

/**
 * Counts new records in the unit that takes them in, once each for ever: a unit that is undone, or done again, counts
 * nothing twice. Fails where the plan has no room for all of them.
 */
export async function takeRecords(
  deps: StandingDeps,
  tx: TakeTx,
  count: number,
): Promise<Result<null, NoRoom>> {
  if (count === 0) return ok(null);
  const entitlement = entitlementOf(await readStanding(deps, tx));
  const limit = entitlement.limits.recordsPerMonth;
  const month = monthOf(deps.clock.now());
  const { taken, used } = await tx.usage.take("records", month, count, limit);
  if (!taken) {
    return fail(limitFailure(entitlement, {
      what: "records",
      limit: limit!,
      used,
      resetsAt: resetsAt(month),
    }));
  }
  const crossed = limitCrossed(used - count, used, limit);
  if (crossed === "near") {
    tx.events.append([recordsFact("LIMIT_NEAR", month, limit!, used)]);
  }
  if (crossed === "reached") {
    // Whoever finds no room from now on has nothing new to tell.
    await tx.usage.noteReached("records", month, limit!);
    tx.events.append([recordsFact("LIMIT_REACHED", month, limit!, used)]);
  }
  return ok(null);
}

/** That records came near what a month allows, or to it. */
export function recordsFact(
  type: "LIMIT_NEAR" | "LIMIT_REACHED",
  month: Month,
  limit: number,
  used: number,
): Fact {
  return {
    type,
    payload: { what: "records", limit, used, resets_at: resetsAt(month) },
  };
}
