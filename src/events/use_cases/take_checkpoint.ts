import type { Deps } from "../../../ports/deps.ts";
import { ok, type Result } from "../../kernel/result.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";
import type { Checkpoint } from "../checkpoint.ts";

/** A little less than a day, so that a daily round that begins a little early finds its work. */
const EVERY_MS = 23 * 3_600_000;

/**
 * Keeps where the tenant's log stands, and tells it in the log, so that whoever is sent events has a copy elsewhere.
 * Nothing is taken twice within a day, and nothing where only the last checkpoint happened since; null then.
 */
export async function takeCheckpoint(
  deps: Pick<Deps, "uow" | "clock">,
  scope: Scope,
): Promise<Result<Checkpoint | null, AccessDenied>> {
  const allowed = permit(scope, "jobs.run");
  if (!allowed.ok) return allowed;
  const takenAt = deps.clock.now();
  return deps.uow.run(allowed.value, async (tx) => {
    const [tenant] = await tx.tenants.find([scope.tenantId]);
    // Of an erased one nothing is to come.
    if (!tenant || tenant.erasedAt !== null) return ok(null);
    const head = await tx.events.head();
    const [last] = await tx.checkpoints.latest(1, null);
    const isSoon = last !== undefined &&
      Date.parse(takenAt) - Date.parse(last.takenAt) < EVERY_MS;
    if (isSoon || head.seq <= (last ? last.seq + 1 : 0)) return ok(null);
    const checkpoint = { ...head, takenAt };
    if (!await tx.checkpoints.keep(checkpoint)) return ok(null);
    tx.events.append([{ type: "CHECKPOINT_TAKEN", payload: { ...head } }]);
    return ok(checkpoint);
  });
}
