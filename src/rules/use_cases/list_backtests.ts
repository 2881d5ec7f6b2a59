import type { Deps } from "../../../ports/deps.ts";
import type { Page, PageRequest } from "../../kernel/page.ts";
import { ok, type Result } from "../../kernel/result.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";
import type { Backtest } from "../history/backtest.ts";

/** A page of back-tests, the latest first. */
export async function listBacktests(
  deps: Pick<Deps, "uow">,
  scope: Scope,
  page: PageRequest,
): Promise<Result<Page<Backtest>, AccessDenied>> {
  const allowed = permit(scope, "rules.read");
  if (!allowed.ok) return allowed;
  return deps.uow.run(
    allowed.value,
    async (tx) => ok(await tx.backtests.list(page)),
  );
}
