import { z } from "@hono/zod-openapi";
import { ok } from "../../../src/kernel/result.ts";
import { backtestFailures } from "../../../src/rules/history/backtest.ts";
import { ruleFailures } from "../../../src/rules/rule.ts";
import { activateBacktest } from "../../../src/rules/use_cases/activate_backtest.ts";
import { listBacktests } from "../../../src/rules/use_cases/list_backtests.ts";
import { readBacktest } from "../../../src/rules/use_cases/read_backtest.ts";
import { requestBacktest } from "../../../src/rules/use_cases/request_backtest.ts";
import { pageJson, pageQuery, pageRequest, pageSchema } from "../paging.ts";
import { type Route, route } from "../route.ts";
import { backtestJson, backtestSchema } from "./backtest_schema.ts";
import { recordDiffJson, recordDiffSchema } from "./record_diff_schema.ts";
import { filterOf, recordFilter } from "./record_filter_schema.ts";
import { changesSchema } from "./rule_change_schema.ts";

const tag = "rules";
const id = {
  prefix: "bkt",
  missing: (id: string) => backtestFailures.missing({ backtest_id: id }),
} as const;

const start = route({
  method: "post",
  path: "/rules/backtest",
  expensive: true,
  tag,
  summary: "Try changes of the rules on stored records",
  description:
    "Nothing is written but the report, which a job fills. Changes are made in order, each on what the ones before it left.",
  action: "rules.write",
  ifMatch: true,
  body: {
    schema: z.strictObject({
      changes: changesSchema,
      filter: z.strictObject(recordFilter).default({}),
      sample_percent: z.int().min(1).max(100).optional().openapi({
        description: "Part of the records; all where absent",
      }),
    }).openapi("BacktestRequest"),
    example: {
      changes: [{
        op: "change",
        rule_id: "rule_01kx2m6v9dfk3tqz8w5y7r4b1c",
        change: { enabled: false },
      }],
      filter: { from: "2026-01-01" },
    },
  },
  answer: {
    status: 202,
    description: "The back-test, which waits for its job",
    schema: backtestSchema,
  },
  refusals: [
    ruleFailures.unknown(),
    backtestFailures.unknown_version(),
    backtestFailures.not_alone(),
    backtestFailures.nothing_to_restore(),
    ruleFailures.unknown_category(),
    ruleFailures.order_incomplete(),
    ruleFailures.too_many(),
    ruleFailures.stale(),
  ],
  async handle({ deps, scope, body, seenVersion }) {
    const { changes, filter, sample_percent } = body;
    const started = await requestBacktest(deps, scope, {
      changes,
      filter: {
        ...filterOf(filter),
        ...sample_percent !== undefined && sample_percent < 100 &&
          { samplePercent: sample_percent },
      },
      seenVersion,
    });
    return started.ok ? ok({ body: backtestJson(started.value) }) : started;
  },
});

const list = route({
  method: "get",
  path: "/rules/backtests",
  tag,
  summary: "List back-tests, latest first",
  action: "rules.read",
  query: z.strictObject(pageQuery("bkt")),
  answer: {
    status: 200,
    description: "A page of back-tests",
    schema: pageSchema(backtestSchema),
  },
  async handle({ deps, scope, query }) {
    const found = await listBacktests(deps, scope, pageRequest(query));
    return found.ok ? ok({ body: pageJson(found.value, backtestJson) }) : found;
  },
});

const read = route({
  method: "get",
  path: "/rules/backtests/{id}",
  tag,
  summary: "Read a back-test: how far it is, and what it found",
  action: "rules.read",
  id,
  answer: { status: 200, description: "The back-test", schema: backtestSchema },
  async handle({ deps, scope, id }) {
    const found = await readBacktest(deps, scope, id, null);
    return found.ok ? ok({ body: backtestJson(found.value.backtest) }) : found;
  },
});

const changes = route({
  method: "get",
  path: "/rules/backtests/{id}/changes",
  tag,
  summary: "List the records that a back-test found to change",
  description: "Field by field, before and after; the latest record first.",
  action: "rules.read",
  id,
  query: z.strictObject(pageQuery("rec")),
  answer: {
    status: 200,
    description: "A page of records",
    schema: pageSchema(recordDiffSchema),
  },
  async handle({ deps, scope, id, query }) {
    const found = await readBacktest(deps, scope, id, pageRequest(query));
    return found.ok
      ? ok({ body: pageJson(found.value.diffs, recordDiffJson) })
      : found;
  },
});

const activate = route({
  method: "post",
  path: "/rules/backtests/{id}/activate",
  tag,
  summary: "Put the changes of a back-test in force, just as tested",
  description:
    "With `apply_to_history` a run carries out the very differences shown, but for those that become `undecided`.",
  action: "rules.write",
  id,
  body: {
    schema: z.strictObject({
      apply_to_history: z.boolean({ error: "is not a boolean" })
        .default(false),
    }).openapi("Activation"),
    example: { apply_to_history: true },
  },
  answer: {
    status: 200,
    description: "The rules now in force",
    schema: z.object({
      ruleset_version: z.number().int(),
      run_id: z.string().nullable(),
    }).openapi("Activated"),
  },
  refusals: [
    backtestFailures.unfinished(),
    backtestFailures.activated(),
    backtestFailures.stale(),
    backtestFailures.sampled(),
    backtestFailures.nothing_seen(),
    ruleFailures.unknown_category(),
  ],
  async handle({ deps, scope, id, body }) {
    const done = await activateBacktest(deps, scope, id, {
      applyToHistory: body.apply_to_history,
    });
    if (!done.ok) return done;
    const { rulesetVersion, runId } = done.value;
    return ok({
      body: { ruleset_version: rulesetVersion, run_id: runId },
    });
  },
});

export const backtestRoutes: readonly Route[] = [
  start,
  list,
  read,
  changes,
  activate,
];
