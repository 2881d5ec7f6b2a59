import type { Deps } from "../../../ports/deps.ts";
import { openCategories } from "../../categories/category_tree.ts";
import type { Failure } from "../../kernel/failure.ts";
import type { BacktestId } from "../../kernel/ids.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import {
  type AccessDenied,
  type Permit,
  permit,
} from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";
import { backtestFailures } from "../history/backtest.ts";
import { type Compared, compareRecord } from "../history/compare_record.ts";
import { compileRules } from "../matcher/compile_rules.ts";
import { draftOf } from "../history/draft.ts";
import type { RecordDiff, RulePlan } from "../history/plan.ts";
import { tallyBacktest } from "../history/tally_backtest.ts";

/** Records that are read, compared and kept in one unit: what a crash costs at most. */
const CHUNK = 2_000;

type Job = { readonly id: string; readonly backtestId: BacktestId };

/**
 * The job that fills a back-test's report, chunk by chunk, latest record first. Each chunk is one unit that also keeps
 * how far it came, so that another delivery goes on from there and counts nothing twice.
 */
export async function backtestRules(
  deps: Pick<Deps, "uow" | "clock">,
  scope: Scope,
  job: Job,
  chunk = CHUNK,
): Promise<Result<null, AccessDenied | Failure<"backtest.missing">>> {
  const allowed = permit(scope, "jobs.run");
  if (!allowed.ok) return allowed;
  const read = await readCompared(deps, allowed.value, job.backtestId);
  if (!read.ok) return read;
  for (;;) {
    const { value: ended } = await compareChunk(
      deps,
      allowed.value,
      job,
      read.value,
      chunk,
    );
    if (ended) return ok(null);
  }
}

async function readCompared(
  deps: Pick<Deps, "uow">,
  permit: Permit,
  id: BacktestId,
): Promise<Result<Compared, Failure<"backtest.missing">>> {
  return await deps.uow.run(permit, async (tx) => {
    const [backtest] = await tx.backtests.find([id]);
    const base = backtest && await tx.rules.at(backtest.rulesetVersion);
    if (!base) return fail(backtestFailures.missing({ backtest_id: id }));
    const categories = await tx.categories.all();
    const open = openCategories(categories);
    // What was allowed when it was asked for: a category archived since is not set, as in the pipeline.
    const all = new Set(categories.map((category) => category.id));
    const draft = draftOf(base, backtest.changes, all);
    if (!draft.ok) throw new Error(`${id}: ${draft.failure.kind}`);
    return ok({
      base: compileRules(base),
      draft: compileRules(draft.value.set),
      open,
    });
  });
}

/** Whether nothing is left to do. */
async function compareChunk(
  deps: Pick<Deps, "uow" | "clock">,
  permit: Permit,
  job: Job,
  compared: Compared,
  limit: number,
) {
  const now = deps.clock.now();
  return await deps.uow.run(permit, async (tx) => {
    const [backtest] = await tx.backtests.find([job.backtestId]);
    if (!backtest || backtest.state === "done") {
      await tx.jobs.settle(job.id);
      return ok(true);
    }
    const page = await tx.records.list(backtest.filter, {
      limit,
      cursor: backtest.scannedTo,
    });
    const found = page.data.map((record) => compareRecord(record, compared));
    const total = backtest.report.total ??
      await tx.records.count(backtest.filter);
    const report = tallyBacktest({ ...backtest.report, total }, found);
    await tx.ruleDiffs.put(
      backtest.id,
      found.flatMap(({ plan }) => plan ? [diffOf(plan)] : []),
    );
    const ended = page.nextCursor === null;
    await tx.backtests.save([{
      ...backtest,
      state: ended ? "done" : "running",
      scannedTo: page.data.at(-1)?.id ?? backtest.scannedTo,
      report,
      endedAt: ended ? now : null,
    }]);
    if (ended) {
      await tx.jobs.settle(job.id);
      tx.events.append([{
        type: "REPORT_GENERATED",
        payload: {
          kind: "rules_backtest",
          backtest_id: backtest.id,
          scanned: report.scanned,
          changed: report.changed,
        },
      }]);
    }
    return ok(ended);
  });
}

function diffOf(
  { recordId, recordVersion, becomes, changes }: RulePlan,
): RecordDiff {
  return { recordId, recordVersion, becomes, changes, undo: null };
}
