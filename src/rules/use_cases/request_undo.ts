import type { Deps } from "../../../ports/deps.ts";
import type { Failure } from "../../kernel/failure.ts";
import type { RunId } from "../../kernel/ids.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import { actorId, type Scope } from "../../tenancy/scope.ts";
import { type RuleRun, runFailures } from "../history/run.ts";

/** Begins to take a run back. A job does the work; what was changed since is left, and told. */
export async function requestUndo(
  deps: Pick<Deps, "uow">,
  scope: Scope,
  id: RunId,
): Promise<
  Result<
    RuleRun,
    AccessDenied | Failure<"run.missing" | "run.unfinished" | "run.undone">
  >
> {
  const allowed = permit(scope, "rules.write");
  if (!allowed.ok) return allowed;
  return deps.uow.run(allowed.value, async (tx) => {
    const [run] = await tx.runs.find([id]);
    if (!run) return fail(runFailures.missing({ run_id: id }));
    // One that failed in the middle changed records too.
    if (run.state === "applying") return fail(runFailures.unfinished());
    if (run.undoneBy !== null) {
      return fail(runFailures.undone({ undone_by: run.undoneBy }));
    }
    const undoing: RuleRun = {
      ...run,
      state: "undoing",
      scannedTo: null,
      endedAt: null,
      undoneBy: actorId(scope),
    };
    await tx.runs.save([undoing]);
    tx.events.append([{
      type: "RULE_RUN_UNDO_REQUESTED",
      payload: { run_id: id },
    }]);
    return ok({ ...undoing, version: run.version + 1 });
  });
}
