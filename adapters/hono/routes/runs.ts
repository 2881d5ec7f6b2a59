import { z } from "@hono/zod-openapi";
import { ok } from "../../../src/kernel/result.ts";
import { ruleFailures } from "../../../src/rules/rule.ts";
import {
  leftIn,
  type RuleRun,
  runFailures,
} from "../../../src/rules/history/run.ts";
import { applyRule } from "../../../src/rules/use_cases/apply_rule.ts";
import { listRuns } from "../../../src/rules/use_cases/list_runs.ts";
import { readRun } from "../../../src/rules/use_cases/read_run.ts";
import { requestUndo } from "../../../src/rules/use_cases/request_undo.ts";
import { told } from "../json_schema.ts";
import { pageJson, pageQuery, pageRequest, pageSchema } from "../paging.ts";
import { type Route, route, type Told } from "../route.ts";
import { recordDiffJson, recordDiffSchema } from "./record_diff_schema.ts";
import { filterOf, recordFilter } from "./record_filter_schema.ts";

const tag = "rules";
const id = {
  prefix: "run",
  missing: (id: string) => runFailures.missing({ run_id: id }),
} as const;

const runSchema = z.object({
  id: z.string(),
  state: z.enum(["applying", "applied", "undoing", "undone", "failed"]),
  rule_id: z.string().nullable(),
  backtest_id: z.string().nullable(),
  ruleset_version: z.number().int(),
  created_at: told,
  created_by: z.string(),
  ended_at: told.nullable(),
  undone_by: z.string().nullable(),
  counts: z.object({
    scanned: z.number().int().openapi({
      description: "`changed`, `unchanged` and all of `passed_over` together",
    }),
    changed: z.number().int(),
    unchanged: z.number().int().openapi({
      description: "So already, or not what the rule is about",
    }),
    passed_over: z.object({
      changed_since: z.number().int().openapi({
        description: "Changed since it was shown, or gone",
      }),
      category_archived: z.number().int().openapi({
        description: "Of a category archived since",
      }),
      undecided: z.number().int().openapi({
        description:
          "No rule would decide it any more: a run takes no decision away",
      }),
      settled_by_person: z.number().int().openapi({
        description: "A person settled what the rule would set otherwise",
      }),
      not_sorted: z.number().int().openapi({
        description: "Waits to be processed, failed, rejected or erased",
      }),
    }).openapi({ description: "Not changed although rules would, by why" }),
    left: z.number().int().openapi({
      description:
        "`changed_since` and `category_archived` of `passed_over` together",
    }),
    restored: z.number().int().openapi({
      description: "By an undo, taken back in full or in part",
    }),
    kept: z.number().int().openapi({
      description: "Left by an undo, because all of it changed since",
    }),
  }),
}).openapi("RuleRun");

function runJson(run: RuleRun): Told<z.input<typeof runSchema>> {
  const { counts } = run;
  return {
    id: run.id,
    state: run.state,
    rule_id: run.ruleId,
    backtest_id: run.backtestId,
    ruleset_version: run.rulesetVersion,
    created_at: run.createdAt,
    created_by: run.createdBy,
    ended_at: run.endedAt,
    undone_by: run.undoneBy,
    counts: {
      scanned: counts.scanned,
      changed: counts.changed,
      unchanged: counts.unchanged,
      passed_over: counts.passedOver,
      left: leftIn(counts),
      restored: counts.restored,
      kept: counts.kept,
    },
  };
}

const apply = route({
  method: "post",
  path: "/rules/{id}/apply",
  tag,
  summary: "Apply a rule to records that were decided already",
  description:
    "In its place among the others; what a person settled stays. The run can be undone.",
  action: "rules.write",
  id: {
    prefix: "rule",
    missing: (id) => ruleFailures.missing({ rule_id: id }),
  },
  body: {
    schema: z.strictObject({
      filter: z.strictObject(recordFilter).default({}),
    }).openapi("ApplyRule"),
    example: { filter: { from: "2026-01-01" } },
  },
  answer: {
    status: 202,
    description: "The run, which waits for its job",
    schema: runSchema,
  },
  refusals: [ruleFailures.disabled()],
  async handle({ deps, scope, id, body }) {
    const run = await applyRule(deps, scope, id, filterOf(body.filter));
    return run.ok ? ok({ body: runJson(run.value) }) : run;
  },
});

const list = route({
  method: "get",
  path: "/rules/runs",
  tag,
  summary: "List runs, latest first",
  action: "rules.read",
  query: z.strictObject(pageQuery("run")),
  answer: {
    status: 200,
    description: "A page of runs",
    schema: pageSchema(runSchema),
  },
  async handle({ deps, scope, query }) {
    const found = await listRuns(deps, scope, pageRequest(query));
    return found.ok ? ok({ body: pageJson(found.value, runJson) }) : found;
  },
});

const read = route({
  method: "get",
  path: "/rules/runs/{id}",
  tag,
  summary: "Read a run",
  action: "rules.read",
  id,
  answer: { status: 200, description: "The run", schema: runSchema },
  async handle({ deps, scope, id }) {
    const found = await readRun(deps, scope, id, null);
    return found.ok ? ok({ body: runJson(found.value.run) }) : found;
  },
});

const changes = route({
  method: "get",
  path: "/rules/runs/{id}/changes",
  tag,
  summary: "List the records that a run changed, and what an undo did",
  action: "rules.read",
  id,
  query: z.strictObject(pageQuery("rec")),
  answer: {
    status: 200,
    description: "A page of records",
    schema: pageSchema(recordDiffSchema),
  },
  async handle({ deps, scope, id, query }) {
    const found = await readRun(deps, scope, id, pageRequest(query));
    return found.ok
      ? ok({ body: pageJson(found.value.diffs, recordDiffJson) })
      : found;
  },
});

const undo = route({
  method: "post",
  path: "/rules/runs/{id}/undo",
  tag,
  summary: "Take a run back",
  description:
    "Restores just what the run changed; what changed since is left, and told field by field.",
  action: "rules.write",
  id,
  answer: {
    status: 202,
    description: "The run, which waits for its job",
    schema: runSchema,
  },
  refusals: [runFailures.unfinished(), runFailures.undone()],
  async handle({ deps, scope, id }) {
    const run = await requestUndo(deps, scope, id);
    return run.ok ? ok({ body: runJson(run.value) }) : run;
  },
});

export const runRoutes: readonly Route[] = [apply, list, read, changes, undo];
