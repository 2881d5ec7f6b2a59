import type { Deps } from "../../../ports/deps.ts";
import type { Tx } from "../../../ports/unit_of_work.ts";
import { openCategories } from "../../categories/category_tree.ts";
import type { Failure } from "../../kernel/failure.ts";
import type { BacktestId, RunId } from "../../kernel/ids.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import { actorId, type Scope } from "../../tenancy/scope.ts";
import { type Backtest, backtestFailures } from "../history/backtest.ts";
import { backtestDemand } from "../history/backtest_demand.ts";
import { draftOf, type DraftRefused } from "../history/draft.ts";
import { newRun } from "../history/new_run.ts";
import type { RuleSet } from "../rule.ts";

type Refused = Failure<
  | "backtest.missing"
  | "backtest.unfinished"
  | "backtest.activated"
  | "backtest.sampled"
  | "backtest.nothing_seen"
  | "backtest.stale"
>;

/** The set now in force, and the run that applies the differences, where that was asked for. */
export interface Activated {
  readonly rulesetVersion: number;
  readonly runId: RunId | null;
}

/**
 * Puts the changes of a back-test in force, just as tested. With `applyToHistory` a run carries out the very
 * differences that it shows. Refused where what it shows is no longer what would happen: the rules, an open category
 * or one of the records to be changed has changed since.
 */
export async function activateBacktest(
  deps: Pick<Deps, "uow" | "clock" | "ids">,
  scope: Scope,
  id: BacktestId,
  { applyToHistory }: { readonly applyToHistory: boolean },
): Promise<Result<Activated, AccessDenied | DraftRefused | Refused>> {
  const allowed = permit(scope, "rules.write");
  if (!allowed.ok) return allowed;
  const now = deps.clock.now();
  const runId = applyToHistory ? deps.ids.next("run") : null;
  return deps.uow.run(allowed.value, async (tx) => {
    const [backtest] = await tx.backtests.find([id]);
    if (!backtest) return fail(backtestFailures.missing({ backtest_id: id }));
    const before = await tx.rules.current();
    const fresh = await stillTrue(tx, backtest, before, applyToHistory);
    if (!fresh.ok) return fresh;
    const [tenant] = await tx.tenants.find([scope.tenantId]);
    if (!backtestDemand(tenant).ok && backtest.report.scanned === 0) {
      const any = await tx.records.list({}, { limit: 1, cursor: null });
      if (any.data.length > 0) return fail(backtestFailures.nothing_seen());
    }
    const open = openCategories(await tx.categories.all());
    const draft = draftOf(before, backtest.changes, open);
    if (!draft.ok) return draft;
    const { set, facts } = draft.value;
    await tx.rules.replace(before, set, now);
    await tx.backtests.save([{ ...backtest, activatedAt: now }]);
    tx.events.append([...facts, {
      type: "RULES_ACTIVATED",
      payload: {
        backtest_id: id,
        ruleset_version: set.version,
        run_id: runId,
      },
    }]);
    if (runId !== null) {
      const { run, fact } = newRun({
        ruleId: null,
        backtestId: id,
        rulesetVersion: set.version,
        filter: backtest.filter,
      }, { id: runId, by: actorId(scope), at: now });
      await tx.runs.add([run]);
      tx.events.append([fact]);
    }
    return ok({ rulesetVersion: set.version, runId });
  });
}

async function stillTrue(
  tx: Pick<Tx, "ruleDiffs">,
  backtest: Backtest,
  { version }: RuleSet,
  applyToHistory: boolean,
): Promise<Result<null, Refused>> {
  const { id, state, activatedAt, rulesetVersion, filter } = backtest;
  if (activatedAt !== null) {
    return fail(backtestFailures.activated({ activated_at: activatedAt }));
  }
  if (state !== "done") return fail(backtestFailures.unfinished({ state }));
  if (rulesetVersion !== version) {
    return fail(backtestFailures.stale({
      because: "the rules were changed since",
      tested_ruleset_version: rulesetVersion,
      ruleset_version: version,
    }));
  }
  if (!applyToHistory) return ok(null);
  if (filter.samplePercent !== undefined) {
    return fail(backtestFailures.sampled());
  }
  const records = await tx.ruleDiffs.changedSince(id);
  return records === 0 ? ok(null) : fail(backtestFailures.stale({
    because: "records that it would change were changed since",
    records,
  }));
}
