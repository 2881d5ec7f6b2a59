import type { Deps } from "../../../ports/deps.ts";
import type { Page, PageRequest } from "../../kernel/page.ts";
import { ok, type Result } from "../../kernel/result.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";
import type { RuleRun } from "../history/run.ts";

/** A page of runs, the latest first. */
export async function listRuns(
  deps: Pick<Deps, "uow">,
  scope: Scope,
  page: PageRequest,
): Promise<Result<Page<RuleRun>, AccessDenied>> {
  const allowed = permit(scope, "rules.read");
  if (!allowed.ok) return allowed;
  return deps.uow.run(
    allowed.value,
    async (tx) => ok(await tx.runs.list(page)),
  );
}
