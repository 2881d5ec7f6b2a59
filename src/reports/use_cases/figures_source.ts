import type { Tx } from "../../../ports/unit_of_work.ts";
import { automationTables } from "../automation_tables.ts";
import { stepFor } from "../over_time.ts";
import type { Report } from "../report.ts";
import { previousPeriod, type ReportPeriod } from "../report_demand.ts";
import type { ReportTable } from "../report_table.ts";
import { reviewerTables } from "../reviewer_tables.ts";
import { ruleTables } from "../rule_tables.ts";
import type { RowSource } from "./row_source_of.ts";

/** Figures that no rows stand behind. */
export async function figuresSource(
  tx: Tx,
  { terms, period }: Report,
): Promise<RowSource<never, never>> {
  const before = terms.compare === null ? null : previousPeriod(period);
  const tables = await tablesOf(tx, terms, period, before);
  return {
    count: 0,
    read: () => Promise.resolve({ read: [], next: null }),
    pass: () => [],
    tables: () => tables,
  };
}

async function tablesOf(
  tx: Tx,
  { kind, filters }: Report["terms"],
  period: ReportPeriod,
  before: ReportPeriod | null,
): Promise<readonly ReportTable[]> {
  if (kind === "reviewer_activity") {
    const members = await tx.members.all();
    const keys = await tx.apiKeys.all();
    return reviewerTables(
      await tx.reportFigures.reviewers(period, filters),
      before && await tx.reportFigures.reviewers(before, filters),
      new Map<string, string>([
        ...members.map((one) => [one.id, one.name] as const),
        ...keys.map((one) => [one.id, one.name] as const),
      ]),
    );
  }
  if (kind === "rule_performance") {
    const { rules } = await tx.rules.current();
    const { ruleId } = filters;
    return ruleTables(
      await tx.reportFigures.ruleUse(period, filters),
      before && await tx.reportFigures.ruleUse(before, filters),
      new Map(
        rules.filter(({ id }) => id === (ruleId ?? id))
          .map(({ id, name }) => [id, name]),
      ),
    );
  }
  const figures = async (span: ReportPeriod) => ({
    decisions: await tx.quality.decisions(span, filters),
    outcomes: await tx.quality.outcomes(span, filters),
  });
  const step = stepFor(period);
  return automationTables(
    await figures(period),
    before && await figures(before),
    { step, decisions: await tx.timeFigures.decisions(period, step, filters) },
  );
}
