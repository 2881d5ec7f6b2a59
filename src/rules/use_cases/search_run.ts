import type { Deps } from "../../../ports/deps.ts";
import type { Tx } from "../../../ports/unit_of_work.ts";
import type { Failure } from "../../kernel/failure.ts";
import type { CategoryId, RecordId, RunId } from "../../kernel/ids.ts";
import { canonicalJson } from "../../kernel/json.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { withoutRuleFields } from "../../processing/rule_fields.ts";
import type { CompanyRecord } from "../../records/record.ts";
import type { Permit } from "../../tenancy/access.ts";
import { evaluateRules } from "../evaluate_rules.ts";
import { type Compared, compareRecord } from "../history/compare_record.ts";
import {
  type PassedOverBecause,
  whyPassedOver,
} from "../history/passed_over.ts";
import type { RecordDiff, RulePlan } from "../history/plan.ts";
import { planRecord } from "../history/plan_record.ts";
import { type RuleRun, runFailures } from "../history/run.ts";
import { winsBy } from "../history/wins_by.ts";
import { compileRules } from "../matcher/compile_rules.ts";
import { type Needs, needsOf } from "../matcher/needs.ts";
import type { Rule } from "../rule.ts";
import type { Planned } from "./carry_out_plans.ts";

/** What a chunk of a run found: plans to carry out, why others have none, and where the next one begins. */
export interface Found {
  readonly planned: readonly Planned[];
  readonly passedOver: readonly PassedOverBecause[];
  /** How many it looked at; those that are neither planned nor passed over are so already. */
  readonly scanned: number;
  readonly last: RecordId | undefined;
  readonly ended: boolean;
}

/** Looks at the next chunk, from where the run is. */
export type Search = (tx: Tx, run: RuleRun) => Promise<Found>;

/** Compiles what the run applies, once for all chunks. */
export async function searchRun(
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
          return planRecord(record, evaluation, winsBy(evaluation, rule.id)) ??
            whyPassedOver(record, rule, draft);
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

/** A record is passed over whose category would be one that was archived since. */
async function searchRecords(
  tx: Tx,
  run: RuleRun,
  { chunk, needs, open }: {
    readonly chunk: number;
    readonly needs: Needs;
    readonly open: ReadonlySet<CategoryId>;
  },
  planOf: (record: CompanyRecord) => RulePlan | PassedOverBecause | null,
): Promise<Found> {
  const page = await tx.records.list({ ...run.filter, needs }, {
    limit: chunk,
    cursor: run.scannedTo,
  });
  return {
    ...sortOut(page.data, (record) => {
      const plan = planOf(record);
      if (plan === null || typeof plan === "string") return plan;
      const { becomes, sets } = plan;
      if (becomes === "undecided") return "undecided";
      return becomes === "kept" || sets.category_id === undefined ||
          open.has(sets.category_id)
        ? { record, plan }
        : "category_archived";
    }),
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
  const records = new Map(
    (await tx.records.find(page.data.map(({ recordId }) => recordId)))
      .map((record) => [record.id, record]),
  );
  return {
    ...sortOut(page.data, (diff) => {
      if (diff.becomes === "undecided") return "undecided";
      const record = records.get(diff.recordId);
      if (record?.version !== diff.recordVersion) return "changed_since";
      const { plan } = compareRecord(record, compared);
      // The record and the rules are the same, so only the categories can be others.
      return plan && isShown(plan, diff)
        ? { record, plan }
        : "category_archived";
    }),
    last: page.data.at(-1)?.recordId,
    ended: page.nextCursor === null,
  };
}

/** What is to be done with each, and why nothing is with others; null: it is so already. */
function sortOut<T>(
  looked: readonly T[],
  of: (one: T) => Planned | PassedOverBecause | null,
): Pick<Found, "planned" | "passedOver" | "scanned"> {
  const planned: Planned[] = [];
  const passedOver: PassedOverBecause[] = [];
  for (const one of looked) {
    const found = of(one);
    if (typeof found === "string") passedOver.push(found);
    else if (found) planned.push(found);
  }
  return { planned, passedOver, scanned: looked.length };
}

function isShown(plan: RulePlan, { becomes, changes }: RecordDiff): boolean {
  return plan.becomes === becomes &&
    canonicalJson(plan.changes) === canonicalJson(changes);
}
