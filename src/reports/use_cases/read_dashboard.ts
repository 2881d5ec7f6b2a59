import type { Deps } from "../../../ports/deps.ts";
import type { CategoryId } from "../../kernel/ids.ts";
import { plusMs } from "../../kernel/instant.ts";
import { ok, type Result } from "../../kernel/result.ts";
import {
  added,
  type Estimate,
  estimate,
} from "../../processing/quality/estimate.ts";
import { settledOutcomes } from "../../processing/quality/step_quality.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";
import type { Backlog } from "../backlog_age.ts";
import {
  type DecisionsIn,
  type OutcomesIn,
  partsOf,
  stepFor,
  type TimeStep,
} from "../over_time.ts";
import type { ReportPeriod } from "../report_demand.ts";
import type { SpendSum } from "../spend.ts";

const DAY_MS = 86_400_000;

/** How the company's records go, at one look. */
export interface Dashboard {
  readonly period: ReportPeriod;
  readonly step: TimeStep;
  /** The first day of each part of the period, ascending; those without decisions too. */
  readonly days: readonly string[];
  /** By source (null: left to a person) and part of the period; a part without any is left out. */
  readonly decisions: readonly DecisionsIn[];
  /** Of what was settled without a person, by the audits: of the whole period, and of each day of `days`. */
  readonly precision: Estimate | null;
  readonly precisionOver: readonly (Estimate | null)[];
  readonly targetPrecision: number;
  readonly backlog: Backlog;
  /** Every category and currency of which there are records; those with the most records first. */
  readonly spend: readonly SpendSum[];
  readonly categoryNames: ReadonlyMap<CategoryId, string>;
  /** What the language model took in the period; millionths of a US dollar. */
  readonly modelCost: { readonly tokens: number; readonly micros: number };
}

/** The figures of the last so many days, and what waits now. */
export async function readDashboard(
  deps: Pick<Deps, "uow" | "clock">,
  scope: Scope,
  { days: lookedBack }: { readonly days: number },
): Promise<Result<Dashboard, AccessDenied>> {
  const allowed = permit(scope, "reports.read");
  if (!allowed.ok) return allowed;
  const now = deps.clock.now();
  // What was decided in this very moment belongs to it.
  const to = plusMs(now, 1);
  const today = Date.parse(`${now.slice(0, 10)}T00:00:00Z`);
  const from = plusMs(now, today - Date.parse(now) - (lookedBack - 1) * DAY_MS);
  const period = { from, to };
  const step = stepFor(period);
  return deps.uow.run(allowed.value, async (tx) => {
    const asked = { period, filters: {}, grouping: "category" } as const;
    const categories = await tx.categories.all();
    // Every category: to ask which are the largest first would read the records twice.
    const keys = [null, ...categories.map(({ id }) => id)];
    const [decisions, outcomes, backlog, spend, [tenant]] = await Promise.all([
      tx.timeFigures.decisions(period, step),
      tx.timeFigures.outcomes(period, step),
      tx.timeFigures.backlog(now),
      tx.reportFigures.spendSums(asked, keys),
      tx.tenants.find([scope.tenantId]),
    ]);
    if (!tenant) throw new Error(`tenant ${scope.tenantId} has no row`);
    const days = partsOf(period, step);
    const settled = settledOutcomes(outcomes) as readonly OutcomesIn[];
    return ok({
      period,
      step,
      days,
      decisions,
      precision: estimate(added(settled)),
      precisionOver: days.map((day) =>
        estimate(added(settled.filter((one) => one.day === day)))
      ),
      targetPrecision: tenant.settings.targetPrecision,
      backlog,
      spend: largestFirst(spend),
      categoryNames: new Map(categories.map(({ id, name }) => [id, name])),
      modelCost: {
        tokens: decisions.reduce((sum, one) => sum + one.tokens, 0),
        micros: decisions.reduce((sum, one) => sum + one.costMicros, 0),
      },
    });
  });
}

function largestFirst(spend: readonly SpendSum[]): readonly SpendSum[] {
  return spend.toSorted((a, b) =>
    b.records - a.records ||
    (`${a.currency} ${a.key}` < `${b.currency} ${b.key}` ? -1 : 1)
  );
}
