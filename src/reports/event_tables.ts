import { column, type ReportTable } from "./report_table.ts";

export interface EventCount {
  readonly type: string;
  readonly count: number;
}

export function eventTables(
  now: readonly EventCount[],
  previous: readonly EventCount[] | null,
): readonly ReportTable[] {
  const count = (all: readonly EventCount[], type: string) =>
    all.find((one) => one.type === type)?.count ?? 0;
  const types = [
    ...new Set([...now, ...previous ?? []].map(({ type }) => type)),
  ].sort();
  return [{
    name: "types",
    title: "Events by type",
    columns: [
      column("type", "text"),
      column("events", "count"),
      ...previous ? [column("previous_events", "count")] : [],
    ],
    rows: types.map((type) => [
      type,
      count(now, type),
      ...previous ? [count(previous, type)] : [],
    ]),
    note:
      "Events are told without their content; the log itself has it, and proves that nothing was changed.",
  }];
}
