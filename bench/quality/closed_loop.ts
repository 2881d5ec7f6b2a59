import type { TenantSettings } from "../../src/tenancy/tenant.ts";
import { openCompany } from "./company.ts";
import { type Cut, labelsOf, setsOf } from "./full_feedback.ts";
import type { Labelled } from "./stream.ts";

/** What was settled without a person, of the records after the warm ones, and how much of it was right as it was settled. */
export interface Settled {
  /** 0 to 1. */
  readonly settled: number;
  /** Null where nothing was settled. */
  readonly precision: number | null;
}

/** The same over several seeds, means and the worst. */
export interface ClosedLoop extends Settled {
  readonly precision_min: number | null;
}

/** One run: how the tenant decides, and where its ids come from, by which it is chosen what is audited. */
export interface ClosedRun {
  readonly seed: number;
  /** Where not as by default. */
  readonly settings: Partial<TenantSettings>;
}

/**
 * One run in which people say nothing of what they are not asked: labels come from reviews and from audits of what was
 * settled, after each set.
 */
export async function closedLoop(
  rows: readonly Labelled[],
  cut: Cut,
  { seed, settings }: ClosedRun,
): Promise<Settled> {
  const company = await openCompany(labelsOf(rows), {
    seed,
    settings,
    firstDate: rows[0]?.date ?? null,
  });
  const count = { all: 0, settled: 0, right: 0 };
  let done = 0;
  for (const set of setsOf(rows, cut)) {
    const decided = await company.sort(set);
    if (done > 0) {
      count.all += decided.length;
      const settled = decided.filter((one) => one.settled !== null);
      count.settled += settled.length;
      count.right += settled.filter((one) => one.settled === one.truth).length;
    }
    done += set.length;
    await company.review();
  }
  return {
    settled: count.all === 0 ? 0 : count.settled / count.all,
    precision: count.settled === 0 ? null : count.right / count.settled,
  };
}

/** Runs that settled nothing have no precision, and do not count in it. */
export function overSeeds(runs: readonly Settled[]): ClosedLoop {
  const precisions = runs.flatMap(({ precision }) =>
    precision === null ? [] : [precision]
  );
  return {
    settled: mean(runs.map(({ settled }) => settled)) ?? 0,
    precision: mean(precisions),
    precision_min: precisions.length === 0 ? null : Math.min(...precisions),
  };
}

function mean(figures: readonly number[]): number | null {
  return figures.length === 0
    ? null
    : figures.reduce((sum, figure) => sum + figure, 0) / figures.length;
}
