import type { RuleId } from "../kernel/ids.ts";
import { column, type ReportTable } from "./report_table.ts";

/** What one rule did in a period, as the records tell it that stand. */
export interface RuleUse {
  readonly ruleId: RuleId;
  /** Records that it matched. */
  readonly hits: number;
  /** Records that it settled. */
  readonly settled: number;
  /** Of what it proposed or settled, what people looked at in the period, and what of that was wrong. */
  readonly judged: number;
  readonly overridden: number;
}

export function ruleTables(
  now: readonly RuleUse[],
  previous: readonly RuleUse[] | null,
  names: ReadonlyMap<RuleId, string>,
): readonly ReportTable[] {
  const before = new Map(previous?.map((one) => [one.ruleId, one]));
  const here = new Map(now.map((one) => [one.ruleId, one]));
  const ids = [...new Set([...here.keys(), ...before.keys(), ...names.keys()])];
  const hits = (id: RuleId) => here.get(id)?.hits ?? 0;
  ids.sort((a, b) => hits(b) - hits(a) || (a < b ? -1 : 1));
  return [{
    name: "rules",
    title: "Rules",
    columns: [
      column("rule_id", "text"),
      column("rule", "text"),
      column("hits", "count"),
      column("settled", "count"),
      column("judged", "count"),
      column("overridden", "count"),
      column("override_share", "share"),
      ...previous
        ? [
          column("previous_hits", "count"),
          column("previous_overridden", "count"),
        ]
        : [],
    ],
    rows: ids.map((id) => {
      const { settled = 0, judged = 0, overridden = 0 } = here.get(id) ?? {};
      return [
        id,
        names.get(id) ?? "(removed)",
        hits(id),
        settled,
        judged,
        overridden,
        judged === 0 ? null : overridden / judged,
        ...previous
          ? [before.get(id)?.hits ?? 0, before.get(id)?.overridden ?? 0]
          : [],
      ];
    }),
    note: "Rules that did nothing are listed too.",
  }];
}
