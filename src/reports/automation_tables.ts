import type {
  DecisionCount,
  OutcomeSum,
} from "../processing/quality/figures.ts";
import { added, estimate } from "../processing/quality/estimate.ts";
import {
  settledOutcomes,
  stepQualities,
} from "../processing/quality/step_quality.ts";
import { formatUsd } from "../kernel/usd.ts";
import { type DecisionsIn, partsOf, type TimeStep } from "./over_time.ts";
import { type Cell, column, type ReportTable } from "./report_table.ts";
import { SETTLED_BY } from "./settled_by.ts";

/** What the pipeline decided in a period, and what people said of it. */
export interface AutomationFigures {
  readonly decisions: readonly DecisionCount[];
  readonly outcomes: readonly OutcomeSum[];
}

/** Decisions in parts of a period; those of no decision are left out. */
export interface DecisionsOverTime {
  readonly step: TimeStep;
  readonly decisions: readonly DecisionsIn[];
}

/** How much was settled without a person, how right that was, and how both went over time. */
export function automationTables(
  now: AutomationFigures,
  previous: AutomationFigures | null,
  overTime: DecisionsOverTime,
): readonly ReportTable[] {
  return [totals(now, previous), bySource(now, previous), over(overTime)];
}

function totals(
  now: AutomationFigures,
  previous: AutomationFigures | null,
): ReportTable {
  const before = previous && measures(previous);
  return {
    name: "totals",
    title: "Settled without a person",
    columns: [
      column("measure", "text"),
      column("value", "number"),
      column("low", "number"),
      column("high", "number"),
      ...before ? [column("previous_value", "number")] : [],
    ],
    rows: measures(now).map(([name, ...rest], at) => [
      name,
      ...rest,
      ...before ? [before[at]![1]] : [],
    ]),
    note:
      "Precision is estimated from audits chosen by chance, with the interval that holds the true one 95 times in 100.",
  };
}

type Measure = readonly [name: string, value: Cell, low: Cell, high: Cell];

function measures(figures: AutomationFigures): readonly Measure[] {
  const count = (some: readonly DecisionCount[]) =>
    some.reduce((sum, one) => sum + one.count, 0);
  const decided = count(figures.decisions);
  const settled = count(
    figures.decisions.filter(({ source }) => source !== null),
  );
  const precision = estimate(added(settledOutcomes(figures.outcomes)));
  const plain = (name: string, value: Cell): Measure => [
    name,
    value,
    null,
    null,
  ];
  return [
    plain("decided", decided),
    plain("settled", settled),
    plain("left_to_people", decided - settled),
    plain("coverage", decided === 0 ? null : settled / decided),
    [
      "precision",
      precision?.share ?? null,
      precision?.low ?? null,
      precision?.high ?? null,
    ],
    plain("audited", precision?.n ?? 0),
  ];
}

function bySource(
  now: AutomationFigures,
  previous: AutomationFigures | null,
): ReportTable {
  const before = previous &&
    stepQualities(previous.decisions, previous.outcomes);
  return {
    name: "sources",
    title: "By source",
    columns: [
      column("source", "text"),
      column("settled", "count"),
      column("part_of_all", "share"),
      column("precision", "share"),
      column("precision_low", "share"),
      column("precision_high", "share"),
      column("audited", "count"),
      column("found_wrong", "count"),
      column("tokens", "count"),
      column("cost_usd", "amount", "Cost in US dollars"),
      ...before
        ? [
          column("previous_settled", "count"),
          column("previous_precision", "share"),
        ]
        : [],
    ],
    rows: stepQualities(now.decisions, now.outcomes).map((step, at) => [
      SETTLED_BY.find(({ source }) => source === step.source)!.label,
      step.settled,
      step.adds,
      step.precision?.share ?? null,
      step.precision?.low ?? null,
      step.precision?.high ?? null,
      step.audited,
      step.wrong + step.foundWrong,
      step.cost?.tokens ?? null,
      step.cost && formatUsd(Math.round(step.cost.micros)),
      ...before
        ? [before[at]!.settled, before[at]!.precision?.share ?? null]
        : [],
    ]),
    note: null,
  };
}

/** From the first part with a decision to the last: those between have a line too. */
function over({ step, decisions }: DecisionsOverTime): ReportTable {
  const counts = new Map(
    decisions.map(({ day, source, count }) => [`${source} ${day}`, count]),
  );
  const known = decisions.map(({ day }) => day).sort();
  const [first, last] = [known[0], known.at(-1)];
  const days = first === undefined || last === undefined ? [] : partsOf({
    from: `${first}T00:00:00.000Z`,
    to: `${last}T00:00:00.001Z`,
  }, step);
  const count = (day: string, source: DecisionsIn["source"]) =>
    counts.get(`${source} ${day}`) ?? 0;
  return {
    name: "over_time",
    title: `Processed each ${step}`,
    columns: [
      column("beginning", "text"),
      ...SETTLED_BY.map(({ name, label }) => column(name, "count", label)),
    ],
    rows: days.map((day) => [
      day,
      ...SETTLED_BY.map(({ source }) => count(day, source)),
    ]),
    note: `Each ${step}${
      step === "week" ? ", from Monday," : ""
    } by the day with which it begins, in UTC. What was left to people they decided since, or it still waits; what they decided is in the report of reviewer activity.`,
  };
}
