import { z } from "@hono/zod-openapi";
import { ok } from "../../../../src/kernel/result.ts";
import { readRun } from "../../../../src/rules/use_cases/read_run.ts";
import { cursor } from "../../paging.ts";
import { Card } from "../parts/card.tsx";
import { FormTrouble } from "../parts/form_trouble.tsx";
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
import { runHowFar } from "./work_progress.ts";

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
    const [known, howFar] = await Promise.all([
      diffNames(deps, scope, []),
      runHowFar(deps, scope, run),
    ]);
    if (!known.ok) return known;
    const { state, ruleId } = run;
    const isUndo = state === "undoing" || state === "undone";
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
              howFar={howFar}
              stream={`${runPath(id)}/progress`}
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
