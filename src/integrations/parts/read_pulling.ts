import type { Deps } from "../../../ports/deps.ts";
import type { ConnectionId } from "../../kernel/ids.ts";
import { ok, type Result } from "../../kernel/result.ts";
import type { Permit } from "../../tenancy/access.ts";
import type { PullConnection } from "../connection.ts";
import { type ConnectionHealth, mayTry } from "../health.ts";
import type { PullState } from "../pull_state.ts";
import type { SealedSecret } from "../sealed_secret.ts";
import { healthOf } from "./note_outcomes.ts";
import { planPull } from "./plan_pull.ts";
import { sealedOf } from "./sealed.ts";

/** What a pull works on, as it is now. */
export interface Pulling {
  readonly connection: PullConnection;
  readonly state: PullState;
  readonly health: ConnectionHealth;
  readonly sealed: readonly SealedSecret[];
}

/** What a pull's job is to do; null, and the job is done with, where there is nothing: a later pull was planned, or somebody paused it. */
export function readPulling(
  deps: Pick<Deps, "uow" | "clock">,
  allowed: Permit,
  job: {
    readonly id: string;
    readonly connectionId: ConnectionId;
    readonly run: number;
  },
): Promise<Result<Pulling | null, never>> {
  const now = deps.clock.now();
  return deps.uow.run(
    allowed,
    async (tx): Promise<Result<Pulling | null, never>> => {
      const [connection] = await tx.connections.find([job.connectionId]);
      const [state] = await tx.pullStates.find([job.connectionId]);
      const health = await healthOf(tx, job.connectionId, now);
      const isOurs = connection?.kind === "pull" &&
        connection.archivedAt === null && state?.run === job.run;
      if (!isOurs || !mayTry(health, now)) {
        await tx.jobs.settle(job.id);
        // Brought before its time, as the clocks of two machines may differ: it keeps its time.
        if (isOurs && health.nextTryAt !== null) {
          await planPull(tx, state, health.nextTryAt, (run) => ({
            type: "PULL_CONTINUED",
            payload: {
              connection_id: job.connectionId,
              run,
              due_at: health.nextTryAt,
            },
          }));
        }
        return ok(null);
      }
      const sealed = await sealedOf(tx, job.connectionId);
      return ok({ connection, state, health, sealed });
    },
  );
}
