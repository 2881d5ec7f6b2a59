import type { Deps } from "../../../ports/deps.ts";
import type { Failure } from "../../kernel/failure.ts";
import type { BacktestId } from "../../kernel/ids.ts";
import type { Page, PageRequest } from "../../kernel/page.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";
import { type Backtest, backtestFailures } from "../history/backtest.ts";
import type { RecordDiff } from "../history/plan.ts";

/** One back-test and the page of its differences that `diffs` asks for. */
export async function readBacktest(
  deps: Pick<Deps, "uow">,
  scope: Scope,
  id: BacktestId,
  diffs: PageRequest | null,
): Promise<
  Result<
    { readonly backtest: Backtest; readonly diffs: Page<RecordDiff> },
    AccessDenied | Failure<"backtest.missing">
  >
> {
  const allowed = permit(scope, "rules.read");
  if (!allowed.ok) return allowed;
  return deps.uow.run(allowed.value, async (tx) => {
    const [backtest] = await tx.backtests.find([id]);
    if (!backtest) return fail(backtestFailures.missing({ backtest_id: id }));
    return ok({
      backtest,
      diffs: diffs
        ? await tx.ruleDiffs.list(id, diffs)
        : { data: [], nextCursor: null },
    });
  });
}
