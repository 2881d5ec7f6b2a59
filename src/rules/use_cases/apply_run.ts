import type { Deps } from "../../../ports/deps.ts";
import type { Tx } from "../../../ports/unit_of_work.ts";
import type { Failure } from "../../kernel/failure.ts";
import type { CategoryId, RecordId, RunId } from "../../kernel/ids.ts";
import { canonicalJson } from "../../kernel/json.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { withoutRuleFields } from "../../processing/rule_fields.ts";
import type { CompanyRecord } from "../../records/record.ts";
import {
  type AccessDenied,
  type Permit,
  permit,
} from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";
import { type Compared, compareRecord } from "../history/compare_record.ts";
import { compileRules } from "../matcher/compile_rules.ts";
import { evaluateRules } from "../evaluate_rules.ts";
import { type Needs, needsOf } from "../matcher/needs.ts";
import type { RecordDiff, RulePlan } from "../history/plan.ts";
import { planRecord } from "../history/plan_record.ts";
import type { Rule } from "../rule.ts";
import { type RuleRun, runFailures } from "../history/run.ts";
import { winsBy } from "../history/wins_by.ts";
import { carryOutPlans, type Planned } from "./carry_out_plans.ts";
import { inChunks } from "./in_chunks.ts";

/** Records that are read and changed in one unit. */
const CHUNK = 500;

type Job = { readonly id: string; readonly runId: RunId };

/** What a chunk found: plans to carry out, records left, and where the next one begins. */
interface Found {
  readonly planned: readonly Planned[];
  readonly left: number;
  readonly scanned: number;
  readonly last: RecordId | undefined;
  readonly ended: boolean;
}

type Search = (tx: Tx, run: RuleRun) => Promise<Found>;

/** The job that applies a run, chunk by chunk: each is one unit, so that another delivery goes on from there. */
export async function applyRun(
  deps: Pick<Deps, "uow" | "clock" | "ids" | "model">,
  scope: Scope,
  job: Job,
  chunk = CHUNK,
): Promise<Result<null, AccessDenied | Failure<"run.missing">>> {
  const allowed = permit(scope, "jobs.run");
  if (!allowed.ok) return allowed;
  const search = await prepare(deps, allowed.value, job.runId, chunk);
  if (!search.ok) return search;
  await inChunks(() =>
    deps.uow.run(allowed.value, async (tx) => {
      const [run] = await tx.runs.find([job.runId]);
      const [tenant] = await tx.tenants.find([scope.tenantId]);
      if (!tenant) throw new Error(`tenant ${scope.tenantId} has no row`);
      if (!run || (run.state !== "applying" && run.state !== "failed")) {
        await tx.jobs.settle(job.id);
        return ok(true);
      }
      const found = await search.value(tx, run);
      const { settings } = tenant;
      const done = await carryOutPlans(deps, tx, run, found.planned, settings);
      if (!done.ok) return done;
      await tx.runs.save([advanced(run, found, deps.clock.now())]);
      if (!found.ended) return ok(false);
      await tx.jobs.settle(job.id);
      const counts = countsWith(run, found);
      tx.events.append([{
        type: "RULE_RUN_APPLIED",
        payload: { run_id: run.id, changed: counts.changed, left: counts.left },
      }]);
      return ok(true);
    })
  );
  return ok(null);
}

function advanced(
  run: RuleRun,
  found: Found,
  now: RuleRun["createdAt"],
): RuleRun {
  return {
    ...run,
    state: found.ended ? "applied" : "applying",
    scannedTo: found.last ?? run.scannedTo,
    counts: countsWith(run, found),
    endedAt: found.ended ? now : null,
  };
}

function countsWith({ counts }: RuleRun, found: Found): RuleRun["counts"] {
  return {
    ...counts,
    scanned: counts.scanned + found.scanned,
    changed: counts.changed + found.planned.length,
    left: counts.left + found.left,
  };
}

/** Compiles what the run applies, once for all chunks. */
async function prepare(
  deps: Pick<Deps, "uow">,
  permit: Permit,
  id: RunId,
  chunk: number,
): Promise<Result<Search, Failure<"run.missing">>> {
  return await deps.uow.run(permit, async (tx) => {
    const [run] = await tx.runs.find([id]);
    const set = run && await tx.rules.at(run.rulesetVersion);
    if (!set) return fail(runFailures.missing({ run_id: id }));
    const draft = compileRules(set);
    if (run.backtestId === null) {
      const rule = set.rules.find((one) => one.id === run.ruleId);
      if (!rule) return fail(runFailures.missing({ run_id: id }));
      const needs = needsOf(rule.when);
      return ok(async (tx, run) => {
        const open = await tx.categories.holdOpen(categoriesOf([rule]));
        return searchRecords(tx, run, { chunk, needs, open }, (record) => {
          const received = withoutRuleFields(record);
          const evaluation = evaluateRules(draft, received);
          return planRecord(record, evaluation, winsBy(evaluation, rule.id));
        });
      });
    }
    const [backtest] = await tx.backtests.find([run.backtestId]);
    const base = backtest && await tx.rules.at(backtest.rulesetVersion);
    if (!base) return fail(runFailures.missing({ run_id: id }));
    const sets = { base: compileRules(base), draft };
    const named = categoriesOf([...base.rules, ...set.rules]);
    return ok(async (tx, run) => {
      const open = await tx.categories.holdOpen(named);
      return searchDiffs(tx, run, chunk, { ...sets, open });
    });
  });
}

/** What rules could put records into. Held open in each chunk anew: one may be archived between two of them. */
function categoriesOf(rules: readonly Rule[]): readonly CategoryId[] {
  return [
    ...new Set(rules.flatMap(({ then: { category_id } }) => category_id ?? [])),
  ];
}

/** A record is left whose category would be one that was archived since. */
async function searchRecords(
  tx: Tx,
  run: RuleRun,
  { chunk, needs, open }: {
    readonly chunk: number;
    readonly needs: Needs;
    readonly open: ReadonlySet<CategoryId>;
  },
  planOf: (record: CompanyRecord) => RulePlan | null,
): Promise<Found> {
  const page = await tx.records.list({ ...run.filter, needs }, {
    limit: chunk,
    cursor: run.scannedTo,
  });
  const wanted = page.data.flatMap((record) => {
    const plan = planOf(record);
    return plan && plan.becomes !== "undecided" ? [{ record, plan }] : [];
  });
  const planned = wanted.filter(({ plan: { becomes, sets } }) =>
    becomes === "kept" || sets.category_id === undefined ||
    open.has(sets.category_id)
  );
  return {
    planned,
    left: wanted.length - planned.length,
    scanned: page.data.length,
    last: page.data.at(-1)?.id,
    ended: page.nextCursor === null,
  };
}

/** The very differences that were shown: none of a record that changed since, or that a category archived since alters. */
async function searchDiffs(
  tx: Tx,
  run: RuleRun,
  limit: number,
  compared: Compared,
): Promise<Found> {
  const page = await tx.ruleDiffs.list(run.backtestId!, {
    limit,
    cursor: run.scannedTo,
  });
  const shown = page.data.filter(({ becomes }) => becomes !== "undecided");
  const records = new Map(
    (await tx.records.find(shown.map(({ recordId }) => recordId)))
      .map((record) => [record.id, record]),
  );
  const planned = shown.flatMap((diff) => {
    const record = records.get(diff.recordId);
    if (record?.version !== diff.recordVersion) return [];
    const { plan } = compareRecord(record, compared);
    return plan && isShown(plan, diff) ? [{ record, plan }] : [];
  });
  return {
    planned,
    left: shown.length - planned.length,
    scanned: page.data.length,
    last: page.data.at(-1)?.recordId,
    ended: page.nextCursor === null,
  };
}

function isShown(plan: RulePlan, { becomes, changes }: RecordDiff): boolean {
  return plan.becomes === becomes &&
    canonicalJson(plan.changes) === canonicalJson(changes);
}
