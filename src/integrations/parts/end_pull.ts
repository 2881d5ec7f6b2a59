import type { Deps } from "../../../ports/deps.ts";
import type { Tx } from "../../../ports/unit_of_work.ts";
import { type Instant, plusMs } from "../../kernel/instant.ts";
import { ok, type Result } from "../../kernel/result.ts";
import type { Permit } from "../../tenancy/access.ts";
import { chanceOf } from "../chance.ts";
import type { FailedTry } from "../pull/read_page.ts";
import type { PullState } from "../pull_state.ts";
import { noteOutcome } from "./note_outcomes.ts";
import { planPull } from "./plan_pull.ts";
import type { Pulling } from "./read_pulling.ts";

/** How long a pull waits for another process that renews the tokens. */
const WAIT_MS = 5_000;

/** How a job ends before its pull is over: it failed, goes on in another job, or waits for one. */
export type Unfinished =
  | FailedTry
  | { readonly kind: "continues" }
  | { readonly kind: "waits" };

/** Ends a job whose pull is not over, and plans the one that goes on. */
export async function endPull(
  deps: Pick<Deps, "uow" | "clock" | "ids">,
  allowed: Permit,
  { connection }: Pulling,
  job: { readonly id: string; readonly run: number },
  how: Unfinished,
): Promise<void> {
  const now = deps.clock.now();
  const chance = chanceOf(deps.ids.secretBytes());
  await deps.uow.run(allowed, async (tx): Promise<Result<null, never>> => {
    await tx.jobs.settle(job.id);
    const [state] = await tx.pullStates.find([connection.id]);
    if (state?.run !== job.run) return ok(null);
    if (how.kind === "failed") {
      // A place in a list that the source no longer knows: the next pull begins anew.
      const isLost = how.cause === "rejected" && state.position !== null;
      await noteFailedPull(
        tx,
        isLost ? { ...state, position: null } : state,
        how,
        { now, chance },
      );
      return ok(null);
    }
    const dueAt = how.kind === "waits" ? plusMs(now, WAIT_MS) : null;
    await planPull(tx, state, dueAt, (run) => ({
      type: "PULL_CONTINUED",
      payload: { connection_id: connection.id, run, due_at: dueAt },
    }));
    return ok(null);
  });
}

/** Notes a try that failed; the next is due when the connection's health says so, if at all. */
export async function noteFailedPull(
  tx: Pick<Tx, "pullStates" | "connectionHealth" | "events">,
  state: PullState,
  failed: FailedTry,
  world: { readonly now: Instant; readonly chance: number },
): Promise<void> {
  const { nextTryAt } = await noteOutcome(tx, state.id, failed, world);
  if (nextTryAt === null) {
    await tx.pullStates.save([{ ...state, nextAt: null }]);
    tx.events.append([{
      type: "PULL_ENDED",
      payload: { connection_id: state.id, outcome: failed.cause, next: null },
    }]);
    return;
  }
  await planPull(tx, state, nextTryAt, (run) => ({
    type: "PULL_ENDED",
    payload: {
      connection_id: state.id,
      outcome: failed.cause,
      next: { run, due_at: nextTryAt },
    },
  }));
}
