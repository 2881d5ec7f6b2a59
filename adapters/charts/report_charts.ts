import { minorDigits } from "../../src/kernel/money.ts";
import { cellText } from "../../src/reports/cell_text.ts";
import { partsOf } from "../../src/reports/over_time.ts";
import type { ReportKind } from "../../src/reports/report_demand.ts";
import type { Cell, ReportTable, Row } from "../../src/reports/report_table.ts";
import type { ChartSpec } from "./chart_spec.ts";
import { dayLabels } from "./day_labels.ts";
import { topBars } from "./top_bars.ts";

/** Bars of one chart; a table beside it has all. */
const BARS_MAX = 15;
/** What columns of the period before begin with. */
const PREVIOUS = "previous_";
/** Months along a chart that has those without a record too. */
const MONTHS_MAX = 120;
/** Currencies that have a chart. */
const CURRENCIES_MAX = 3;

/** The charts of a report: drawn of the very figures that stand in its tables. */
export function reportCharts(
  kind: ReportKind,
  tables: readonly ReportTable[],
): readonly ChartSpec[] {
  const table = (name: string) => tables.find((one) => one.name === name);
  switch (kind) {
    case "spend":
      return spendCharts(table("groups"));
    case "automation":
      return overTime(table("over_time"));
    case "reviewer_activity":
      return bars(table("reviewers"), "reviewer", [
        "decisions",
        "previous_decisions",
      ]);
    case "rule_performance":
      return bars(table("rules"), "rule", ["hits", "overridden"]);
    case "exceptions":
      return bars(table("counts"), "exception", ["open", "previous_open"]);
    case "audit_trail":
      return bars(table("types"), "type", ["events", "previous_events"]);
  }
}

function spendCharts(table: ReportTable | undefined): readonly ChartSpec[] {
  if (!table) return [];
  const [grouping] = ["category", "month", "counterparty"].filter((name) =>
    table.columns.some((one) => one.name === name)
  );
  const at = reader(table);
  const byCurrency = [
    ...Map.groupBy(table.rows, (row) => String(at(row, "currency"))),
  ].filter(([currency]) => minorDigits(currency) !== undefined)
    .sort(([, a], [, b]) => b.length - a.length).slice(0, CURRENCIES_MAX);
  return byCurrency.map(([currency, rows]): ChartSpec => {
    const decimals = minorDigits(currency)!;
    const base = {
      id: `spend-${currency.toLowerCase()}`,
      numbers: { decimals },
    };
    if (grouping === "month") {
      const byMonth = new Map(rows.map((row) => [at(row, "month"), row]));
      const labels = monthsOf(rows.map((row) => String(at(row, "month"))));
      const shown = labels.map((month) => byMonth.get(month) ?? null);
      return {
        ...base,
        kind: "lines",
        title: `Paid out and received each month, in ${currency}`,
        labels,
        series: series(table, shown, ["paid_out", "received"]),
      };
    }
    // Of a shop's takings what was paid out says nothing.
    const way = rows.some((row) => Number(at(row, "paid_out")))
      ? "paid_out"
      : "received";
    const title = `${
      way === "paid_out" ? "Paid out" : "Received"
    } by ${grouping}, in ${currency}`;
    const { shown, said } = topBars(rows, (row) => at(row, way), {
      most: BARS_MAX,
      numbers: base.numbers,
    });
    return {
      ...base,
      kind: "horizontal_bars",
      title: title + said,
      labels: shown.map((row) => String(at(row, grouping!) ?? "")),
      series: series(table, shown, [way, PREVIOUS + way]),
    };
  });
}

/** With the months between, so that a line does not leap over those without a record; where one is far off, as they are. */
function monthsOf(months: readonly string[]): readonly string[] {
  const all = partsOf({
    from: `${months[0]}-01T00:00:00.000Z`,
    to: `${months.at(-1)}-01T00:00:00.001Z`,
  }, "month");
  return all.length === 0 || all.length > MONTHS_MAX
    ? months
    : all.map((day) => day.slice(0, 7));
}

function overTime(table: ReportTable | undefined): readonly ChartSpec[] {
  if (!table || table.rows.length === 0) return [];
  const at = reader(table);
  return [{
    kind: "stacked_bars",
    id: "over-time",
    // What one bar is of is in the table's title: a day, a week, …
    title: `${table.title}: settled by what, or left to people`,
    labels: dayLabels(table.rows.map((row) => String(at(row, "beginning")))),
    series: series(
      table,
      table.rows,
      table.columns.flatMap(({ name, kind }) => kind === "count" ? name : []),
    ),
    numbers: "count",
  }];
}

function bars(
  table: ReportTable | undefined,
  label: string,
  names: readonly string[],
): readonly ChartSpec[] {
  if (!table || table.rows.length === 0) return [];
  const at = reader(table);
  const { shown, said } = topBars(
    table.rows,
    (row) => at(row, names[0]!),
    { most: BARS_MAX, numbers: "count" },
  );
  return [{
    kind: "horizontal_bars",
    id: table.name,
    title: table.title + said,
    labels: shown.map((row) =>
      cellText(label, String(at(row, label) ?? at(row, `${label}_id`)))
    ),
    series: series(table, shown, names),
    numbers: "count",
  }];
}

function series(
  table: ReportTable,
  /** Null: there is nothing of it. */
  rows: readonly (Row | null)[],
  names: readonly string[],
): ChartSpec["series"] {
  const at = reader(table);
  return names.flatMap((name) => {
    const found = table.columns.find((one) => one.name === name);
    if (!found) return [];
    const values = rows.map((row) => row === null ? 0 : at(row, name));
    // Where there was nothing before, bars of nothing say no more.
    const isNothing = values.every((one) => Number(one) === 0);
    return isNothing && name.startsWith(PREVIOUS)
      ? []
      : [{ name: found.label, values }];
  });
}

function reader(table: ReportTable): (row: Row, name: string) => Cell {
  const places = new Map(table.columns.map(({ name }, at) => [name, at]));
  return (row, name) => row[places.get(name) ?? -1] ?? null;
}
