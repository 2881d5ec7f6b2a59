import type { ChartSpec } from "../charts/chart_spec.ts";
import { minorDigits } from "../../src/kernel/money.ts";
import type { ReportKind } from "../../src/reports/report_demand.ts";
import type { Cell, ReportTable, Row } from "../../src/reports/report_table.ts";

/** Bars of one chart; a table beside it has all. */
const BARS_MAX = 15;
/** Currencies that have a chart. */
const CURRENCIES_MAX = 3;

/** The charts of a report: drawn of the very figures that stand in its tables. */
export function chartsOf(
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
    const shown = grouping === "month" ? rows : rows.slice(0, BARS_MAX);
    const names = grouping === "month"
      ? ["paid_out", "received"]
      : ["paid_out", "previous_paid_out"];
    return {
      kind: grouping === "month" ? "lines" : "horizontal_bars",
      id: `spend-${currency.toLowerCase()}`,
      title: `Paid out by ${grouping}, in ${currency}`,
      labels: shown.map((row) => String(at(row, grouping!) ?? "")),
      series: series(table, shown, names),
      numbers: { decimals },
    };
  });
}

function overTime(table: ReportTable | undefined): readonly ChartSpec[] {
  if (!table || table.rows.length === 0) return [];
  const at = reader(table);
  return [{
    kind: "stacked_bars",
    id: "over-time",
    title: "Decisions over time, by what made them",
    labels: table.rows.map((row) => String(at(row, "beginning"))),
    series: series(table, table.rows, [
      "rules",
      "memory",
      "language_model",
      "people",
    ]),
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
  const shown = table.rows.slice(0, BARS_MAX);
  return [{
    kind: "horizontal_bars",
    id: table.name,
    title: table.title,
    labels: shown.map((row) =>
      String(at(row, label) ?? at(row, `${label}_id`))
    ),
    series: series(table, shown, names),
    numbers: "count",
  }];
}

function series(
  table: ReportTable,
  rows: readonly Row[],
  names: readonly string[],
): ChartSpec["series"] {
  const at = reader(table);
  return names.flatMap((name) => {
    const found = table.columns.find((one) => one.name === name);
    return found
      ? [{ name: found.label, values: rows.map((row) => drawn(at(row, name))) }]
      : [];
  });
}

/** What is drawn is rounded as the screen is; what is told is exact. */
function drawn(cell: Cell): number | null {
  return cell === null ? null : Number(cell);
}

function reader(table: ReportTable): (row: Row, name: string) => Cell {
  const places = new Map(table.columns.map(({ name }, at) => [name, at]));
  return (row, name) => row[places.get(name) ?? -1] ?? null;
}
