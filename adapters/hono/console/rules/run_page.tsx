import { z } from "@hono/zod-openapi";
import { ok } from "../../../../src/kernel/result.ts";
import { readBacktest } from "../../../../src/rules/use_cases/read_backtest.ts";
import { readRun } from "../../../../src/rules/use_cases/read_run.ts";
import { cursor } from "../../paging.ts";
import { Card } from "../parts/card.tsx";
import { FormTrouble } from "../parts/field.tsx";
import { Progress } from "../parts/progress.tsx";
import { page } from "../shell/page.tsx";
import { diffNames } from "./diff_names.ts";
import {
  backtestPath,
  rulePath,
  RULES,
  runId,
  runPath,
  RUNS,
} from "./rule_path.ts";
import { RunOutcome } from "./run_outcome.tsx";

/** Records on a page. */
const LIMIT = 25;

/** What was applied to history: how far it is, each record that it changed, and the undo. */
export const runPage = page({
  path: "/rules/runs/{id}",
  action: "rules.read",
  id: runId,
  query: z.object({ cursor: cursor("rec").optional() }),
  async show({ deps, scope, frame, id, query, form, here }) {
    const found = await readRun(deps, scope, id, null);
    if (!found.ok) return found;
    const { run } = found.value;
    const [known, backtest] = await Promise.all([
      diffNames(deps, scope, []),
      run.backtestId === null
        ? null
        : readBacktest(deps, scope, run.backtestId, null),
    ]);
    if (!known.ok) return known;
    const { state, counts, ruleId } = run;
    const isOver = state !== "applying" && state !== "undoing";
    const isUndo = state === "undoing" || state === "undone";
    const planned = backtest?.ok ? backtest.value.backtest.report : null;
    // An undo goes through what was changed; of a rule's own run nobody counted before.
    const total = isUndo
      ? counts.changed
      : isOver
      ? counts.scanned
      : planned && planned.changed;
    const done = isUndo ? counts.restored + counts.kept : counts.scanned;
    return ok({
      title: "Run",
      lead: ruleId !== null
        ? (
          <>
            Of the rule{" "}
            <a href={rulePath(ruleId)}>
              {known.value.rules.get(ruleId) ?? "that was removed"}
            </a>
          </>
        )
        : run.backtestId !== null && (
          <>
            Of <a href={backtestPath(run.backtestId)}>this back-test</a>
          </>
        ),
      trail: [
        { href: RULES, label: "Rules" },
        { href: RUNS, label: "Runs" },
      ],
      body: (
        <>
          <FormTrouble form={form} />
          <Card title={isUndo ? "Taking it back" : "Applying"}>
            <Progress
              id="progress"
              label={isUndo ? "Records taken back" : "Records looked at"}
              done={Math.min(done, total ?? done)}
              total={total}
              isOver={isOver}
              events={["RULE_RUN_APPLIED", "RULE_RUN_UNDONE"]}
            />
          </Card>
        </>
      ),
      // A run can change as many records as there are.
      async rest() {
        const listed = await readRun(deps, scope, id, {
          limit: LIMIT,
          cursor: query.cursor ?? null,
        });
        if (!listed.ok) return listed;
        const { diffs } = listed.value;
        const named = await diffNames(deps, scope, diffs.data);
        if (!named.ok) return named;
        return ok(
          <div id="outcome" data-fresh>
            <RunOutcome
              run={run}
              diffs={diffs}
              known={named.value}
              mayWrite={frame.may("rules.write")}
              here={new URL(`${runPath(id)}${here.search}`, here)}
            />
          </div>,
        );
      },
    });
  },
});
