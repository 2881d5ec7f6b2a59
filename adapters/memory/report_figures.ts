import type { ReportFigures } from "../../ports/report_figures.ts";
import type { RuleId } from "../../src/kernel/ids.ts";
import type { Span } from "../../src/processing/quality/figures.ts";
import type { ReviewerSum } from "../../src/reports/reviewer_tables.ts";
import type { RuleUse } from "../../src/reports/rule_tables.ts";
import { groupOf, openSpendTally } from "../../src/reports/spend.ts";
import { ofRecords } from "./of_records.ts";
import type { Shelf } from "./shelf.ts";
import { byText } from "./sorted.ts";
import { spendRows } from "./spend_rows.ts";

/** Sums over what a tenant's shelf holds. */
export function reportFigures(shelf: Shelf): ReportFigures {
  return {
    spendKeys: (asked, limit) =>
      Promise.try(() => {
        const groups = Map.groupBy(
          spendRows(shelf, asked),
          (row) => groupOf(row, asked.grouping),
        );
        return [...groups].sort(([a, some], [b, others]) =>
          others.length - some.length ||
          (a === null ? -1 : b === null ? 1 : byText(a, b))
        ).slice(0, limit).map(([key]) => key);
      }),
    spendSums: (asked, keys) =>
      Promise.try(() => {
        const tally = openSpendTally(asked.grouping, keys);
        tally.add(spendRows(shelf, asked));
        return tally.sums();
      }),
    counterpartiesAmong: (names) =>
      Promise.try(() => {
        const told = new Set(
          [...shelf.records.values()].map(({ record }) => record.counterparty),
        );
        return [...new Set(names)].filter((name) => told.has(name));
      }),
    reviewers: (span, of = {}) => Promise.try(() => reviewers(shelf, span, of)),
    ruleUse: (span, of = {}) => Promise.try(() => ruleUse(shelf, span, of)),
  };
}

function reviewers(
  shelf: Shelf,
  { from, to }: Span,
  of: NonNullable<Parameters<ReportFigures["reviewers"]>[1]>,
): readonly ReviewerSum[] {
  const counts = ofRecords(shelf, of);
  const decided = [...shelf.approvals.values()].flatMap((
    { state, createdAt, recordId },
  ) =>
    state.kind === "decided" && state.at >= from && state.at < to &&
      counts(recordId) && state.by === (of.memberId ?? state.by)
      ? [{
        by: state.by,
        verdict: state.verdict,
        seconds: (Date.parse(state.at) - Date.parse(createdAt)) / 1_000,
      }]
      : []
  );
  return [...Map.groupBy(decided, ({ by }) => by)].map(([by, some]) => {
    const count = (verdict: string) =>
      some.filter((one) => one.verdict === verdict).length;
    const seconds = some.map((one) => one.seconds).sort((a, b) => a - b);
    const middle = (seconds.length - 1) / 2;
    return {
      by,
      approved: count("approve"),
      overridden: count("override"),
      rejected: count("reject"),
      meanSeconds: seconds.reduce((a, b) => a + b, 0) / seconds.length,
      medianSeconds:
        (seconds[Math.floor(middle)]! + seconds[Math.ceil(middle)]!) / 2,
    };
  });
}

function ruleUse(
  shelf: Shelf,
  { from, to }: Span,
  of: NonNullable<Parameters<ReportFigures["ruleUse"]>[1]>,
): readonly RuleUse[] {
  const counts = ofRecords(shelf, of);
  const uses = new Map<
    RuleId,
    Record<"hits" | "settled" | "judged" | "overridden", Set<string>>
  >();
  const useOf = (id: RuleId) => {
    const use = uses.get(id) ?? {
      hits: new Set(),
      settled: new Set(),
      judged: new Set(),
      overridden: new Set(),
    };
    uses.set(id, use);
    return use;
  };
  for (const { record: { id, trace } } of shelf.records.values()) {
    if (!counts(id)) continue;
    const outcome = shelf.outcomes.get(id);
    const conclusion = trace?.conclusion;
    const byRule = conclusion?.kind === "settled" &&
      conclusion.source === "rule";
    for (const step of trace?.steps ?? []) {
      if (step.kind !== "rules_tried") continue;
      if (step.at >= from && step.at < to) {
        for (const { rule_id } of step.hits) {
          useOf(rule_id).hits.add(id);
          if (byRule && step.matched === rule_id) {
            useOf(rule_id).settled.add(id);
          }
        }
      }
      const judged = outcome?.source === "rule" &&
        outcome.decidedAt >= from && outcome.decidedAt < to;
      if (!judged || step.matched === null) continue;
      useOf(step.matched).judged.add(id);
      if (outcome.proposed !== outcome.decided) {
        useOf(step.matched).overridden.add(id);
      }
    }
  }
  return [...uses].filter(([id]) => id === (of.ruleId ?? id)).map((
    [ruleId, use],
  ) => ({
    ruleId,
    hits: use.hits.size,
    settled: use.settled.size,
    judged: use.judged.size,
    overridden: use.overridden.size,
  }));
}
