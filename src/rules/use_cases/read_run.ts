import type { Deps } from "../../../ports/deps.ts";
import type { Failure } from "../../kernel/failure.ts";
import type { RunId } from "../../kernel/ids.ts";
import type { Page, PageRequest } from "../../kernel/page.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";
import type { RecordDiff } from "../history/plan.ts";
import { type RuleRun, runFailures } from "../history/run.ts";

/** One run and the page of what it changed that `diffs` asks for. */
export async function readRun(
  deps: Pick<Deps, "uow">,
  scope: Scope,
  id: RunId,
  diffs: PageRequest | null,
): Promise<
  Result<
    { readonly run: RuleRun; readonly diffs: Page<RecordDiff> },
    AccessDenied | Failure<"run.missing">
  >
> {
  const allowed = permit(scope, "rules.read");
  if (!allowed.ok) return allowed;
  return deps.uow.run(allowed.value, async (tx) => {
    const [run] = await tx.runs.find([id]);
    if (!run) return fail(runFailures.missing({ run_id: id }));
    return ok({
      run,
      diffs: diffs
        ? await tx.ruleDiffs.list(id, diffs)
        : { data: [], nextCursor: null },
    });
  });
}
