import { z } from "@hono/zod-openapi";
import type { Backtest } from "../../../src/rules/history/backtest.ts";
import type { RuleReport } from "../../../src/rules/history/backtest_report.ts";
import { anyObject, told } from "../json_schema.ts";
import type { Told } from "../route.ts";

const count = z.number().int();
const agreement = z.object({ right: count, wrong: count, undecided: count });
const examples = z.array(z.string());

const ruleReport = z.object({
  rule_id: z.string(),
  name: z.string(),
  version: count,
  decides: count,
  changes: count,
  right: count,
  wrong: count,
  now_undecided: count,
  examples: z.object({
    right: examples,
    wrong: examples,
    now_undecided: examples,
  }),
}).openapi("RuleReport");

export const backtestSchema = z.object({
  id: z.string(),
  state: z.enum(["waiting", "running", "done", "failed"]),
  created_at: told,
  created_by: z.string(),
  ended_at: told.nullable(),
  activated_at: told.nullable(),
  ruleset_version: count.openapi({
    description: "The rules that the changes start from",
  }),
  changes: z.array(anyObject).openapi({
    description: "As asked for; a new rule with the id that it will have",
  }),
  progress: z.object({ scanned: count, total: count.nullable() }),
  report: z.object({
    changed: count.openapi({ description: "Records that would change" }),
    becomes: z.object({
      settled: count,
      review: count,
      undecided: count,
      kept: count,
    }),
    fields: z.record(z.string(), count),
    agreement: z.object({ before: agreement, after: agreement }).openapi({
      description:
        "Records that a person settled, by what rules alone would say of them",
    }),
    reviews: z.object({ saved: count, added: count }),
    model_calls: z.object({ saved: count }),
    rules: z.array(ruleReport),
  }),
}).openapi("Backtest");

export function backtestJson(
  { report, ...backtest }: Backtest,
): Told<z.input<typeof backtestSchema>> {
  const { scanned, total, rules, ...rest } = report;
  return {
    id: backtest.id,
    state: backtest.state,
    created_at: backtest.createdAt,
    created_by: backtest.createdBy,
    ended_at: backtest.endedAt,
    activated_at: backtest.activatedAt,
    ruleset_version: backtest.rulesetVersion,
    changes: backtest.changes as unknown as Told<
      z.input<typeof backtestSchema>
    >["changes"],
    progress: { scanned, total },
    report: { ...rest, rules: rules.map(inOrder) },
  };
}

/** A database keeps no order of members. */
function inOrder(
  { rule_id, name, version, decides, changes, ...rest }: RuleReport,
): RuleReport {
  return { rule_id, name, version, decides, changes, ...rest };
}
