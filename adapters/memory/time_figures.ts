import type { TimeFigures } from "../../ports/time_figures.ts";
import { AGE_DAYS, ageClass } from "../../src/reports/backlog_age.ts";
import { firstDay } from "../../src/reports/over_time.ts";
import { processedIn } from "./processed_in.ts";
import { outcomeSum } from "./quality_figures.ts";
import type { Shelf } from "./shelf.ts";

/** Sums over time, of what a tenant's shelf holds. */
export function timeFigures(shelf: Shelf): TimeFigures {
  return {
    decisions: (span, step, of = {}) =>
      Promise.try(() => {
        const made = processedIn(shelf, span, of).map(
          ({ at, source, model }) => ({
            day: firstDay(at, step),
            source,
            model,
          }),
        );
        const groups = Map.groupBy(
          made,
          ({ day, source }) => `${day} ${source}`,
        );
        return [...groups.values()].map((some) => ({
          day: some[0]!.day,
          source: some[0]!.source,
          count: some.length,
          tokens: some.reduce(
            (sum, { model }) => sum + (model?.tokens ?? 0),
            0,
          ),
          costMicros: some.reduce(
            (sum, { model }) => sum + (model?.cost_micros ?? 0),
            0,
          ),
        }));
      }),
    outcomes: ({ from, to }, step) =>
      Promise.try(() => {
        const found = [...shelf.outcomes.values()].filter(({ decidedAt }) =>
          decidedAt >= from && decidedAt < to
        );
        const groups = Map.groupBy(
          found,
          ({ decidedAt, source, settled }) =>
            `${firstDay(decidedAt, step)} ${source} ${settled}`,
        );
        return [...groups.values()].map((some) => ({
          ...outcomeSum(some),
          day: firstDay(some[0]!.decidedAt, step),
        }));
      }),
    backlog: (now) =>
      Promise.try(() => {
        const since = [...shelf.approvals.values()]
          .filter(({ state }) => state.kind === "waiting")
          .map(({ createdAt }) => createdAt).sort();
        return {
          waiting: since.length,
          oldestSince: since[0] ?? null,
          byAge: AGE_DAYS.map((_, at) =>
            since.filter((one) => ageClass(one, now) === at).length
          ),
        };
      }),
  };
}
