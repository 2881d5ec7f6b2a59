import type { ChartSpec } from "../../../charts/chart_spec.ts";
import { dayLabels } from "../../../charts/day_labels.ts";
import { topBars } from "../../../charts/top_bars.ts";
import { minorDigits } from "../../../../src/kernel/money.ts";
import { amountText } from "../../../../src/reports/amount_text.ts";
import { AGE_DAYS } from "../../../../src/reports/backlog_age.ts";
import type { SpendSum } from "../../../../src/reports/spend.ts";
import { SETTLED_BY } from "../../../../src/reports/settled_by.ts";
import type { Dashboard } from "../../../../src/reports/use_cases/read_dashboard.ts";

/** Categories of a chart; the table of a report has all. */
const BARS_MAX = 10;

/** What was processed over time, by what settled it. */
export function decisionsChart(
  { step, days, decisions }: Dashboard,
): ChartSpec {
  const counts = new Map(
    decisions.map((one) => [`${one.source} ${one.day}`, one.count]),
  );
  return {
    kind: "stacked_bars",
    id: "decisions",
    title: `Processed each ${step}: settled by what, or left to people`,
    labels: dayLabels(days),
    series: SETTLED_BY.map(({ source, label }) => ({
      name: label,
      values: days.map((day) => counts.get(`${source} ${day}`) ?? 0),
    })),
    numbers: "count",
  };
}

/** How much of what was settled without a person was right, with how sure that is. */
export function precisionChart(
  { step, days, precisionOver }: Dashboard,
): ChartSpec {
  return {
    kind: "lines",
    id: "precision",
    title: `Right without a person, each ${step}`,
    labels: dayLabels(days),
    series: [
      {
        name: "By audits",
        values: precisionOver.map((one) => one?.share ?? null),
        interval: precisionOver.map((one) => one && [one.low, one.high]),
      },
    ],
    numbers: "share",
  };
}

/** For how long what waits has waited. */
export function backlogChart({ backlog }: Dashboard): ChartSpec {
  const labels = AGE_DAYS.map((from, at) => {
    const next = AGE_DAYS[at + 1];
    return from === 0
      ? "Less than a day"
      : next === undefined
      ? `${from} days or more`
      : `${from} to ${next} days`;
  });
  return {
    kind: "horizontal_bars",
    id: "backlog",
    title: "Waiting for a person, by age",
    labels,
    series: [{ name: "Items", values: backlog.byAge }],
    numbers: "count",
  };
}

/** What was paid out in the currency that most records have, by category; null where there is none. */
export function spendChart(
  { spend, categoryNames }: Dashboard,
): ChartSpec | null {
  const [most] = byCurrency(spend);
  if (most === undefined) return null;
  const [currency, all] = most;
  const numbers = { decimals: minorDigits(currency) ?? 2 };
  const paid = all.filter(({ paidOut }) => BigInt(paidOut) > 0n).map((one) => ({
    name: one.key === null
      ? "Uncategorised"
      : categoryNames.get(one.key as never) ?? one.key,
    value: amountText(BigInt(one.paidOut), currency),
  }));
  if (paid.length === 0) return null;
  const { shown, said } = topBars(paid, ({ value }) => value, {
    most: BARS_MAX,
    numbers,
  });
  return {
    kind: "horizontal_bars",
    id: "spend",
    title: `Paid out by category, in ${currency}${said}`,
    labels: shown.map(({ name }) => name),
    series: [{ name: "Paid out", values: shown.map(({ value }) => value) }],
    numbers,
  };
}

/** What the chart of spending leaves out; null where it leaves nothing out. */
export function spendNote({ spend }: Dashboard): string | null {
  const [, ...others] = byCurrency(spend).map(([currency]) => currency);
  return others.length === 0
    ? null
    : `What was paid in ${
      others.toSorted().join(", ")
    } is not in it; a report has all currencies.`;
}

/** The currency that most records have first. */
function byCurrency(
  spend: readonly SpendSum[],
): readonly (readonly [currency: string, sums: readonly SpendSum[]])[] {
  const sums = Map.groupBy(
    spend.filter(({ currency }) => currency !== null),
    ({ currency }) => currency!,
  );
  const records = (of: readonly SpendSum[]) =>
    of.reduce((sum, one) => sum + one.records, 0);
  return [...sums].toSorted(([, a], [, b]) => records(b) - records(a));
}
