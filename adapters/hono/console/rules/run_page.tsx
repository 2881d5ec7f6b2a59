import { z } from "@hono/zod-openapi";
import { ok } from "../../../../src/kernel/result.ts";
import { readBacktest } from "../../../../src/rules/use_cases/read_backtest.ts";
import { readRun } from "../../../../src/rules/use_cases/read_run.ts";
import { cursor } from "../../paging.ts";
import { Card } from "../parts/card.tsx";
import { Empty } from "../parts/empty.tsx";
import { Fact, Facts } from "../parts/facts.tsx";
import { FormTrouble } from "../parts/field.tsx";
import { Moment, wholeText } from "../parts/figures.tsx";
import { Pager } from "../parts/pager.tsx";
import { Progress } from "../parts/progress.tsx";
import { page } from "../shell/page.tsx";
import { diffNames } from "./diff_names.ts";
import { DiffTable } from "./diff_table.tsx";
import {
  backtestPath,
  rulePath,
  RULES,
  runId,
  runPath,
  RUNS,
} from "./rule_path.ts";
import { UndoForm } from "./undo_form.tsx";

/** Records on a page. */
const LIMIT = 25;

/** What was applied to history: how far it is, each record that it changed, and the undo. */
export const runPage = page({
  path: "/rules/runs/{id}",
  action: "rules.read",
  id: runId,
  query: z.object({ cursor: cursor("rec").optional() }),
  async show({ deps, scope, frame, id, query, form, here }) {
    const found = await readRun(deps, scope, id, {
      limit: LIMIT,
      cursor: query.cursor ?? null,
    });
    if (!found.ok) return found;
    const { run, diffs } = found.value;
    const [known, backtest] = await Promise.all([
      diffNames(deps, scope, diffs.data),
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
      : planned && planned.changed - planned.becomes.undecided;
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
              label={isUndo ? "Records taken back" : "Records applied to"}
              done={Math.min(done, total ?? done)}
              total={total}
              isOver={isOver}
              events={["RULE_RUN_APPLIED", "RULE_RUN_UNDONE"]}
            />
          </Card>
          <div id="outcome" data-fresh>
            {state === "failed" && (
              <section class="card note" aria-label="State">
                <p>
                  The run failed in the middle. What it changed until then is
                  below, and can be undone.
                </p>
              </section>
            )}
            <Card title="What became of records">
              <Facts>
                <Fact name="Started">
                  <Moment at={run.createdAt} />
                </Fact>
                <Fact name="Ended">
                  {run.endedAt === null ? "–" : <Moment at={run.endedAt} />}
                </Fact>
                <Fact name="Looked at">{wholeText(counts.scanned)}</Fact>
                <Fact name="Changed">{wholeText(counts.changed)}</Fact>
                <Fact name="Left alone">{wholeText(counts.left)}</Fact>
                {run.undoneBy !== null && (
                  <>
                    <Fact name="Taken back">{wholeText(counts.restored)}</Fact>
                    <Fact name="Kept, changed since">
                      {wholeText(counts.kept)}
                    </Fact>
                  </>
                )}
              </Facts>
            </Card>
            {frame.may("rules.write") && <UndoForm run={run} />}
            {diffs.data.length === 0
              ? isOver && (
                <Empty title="No record was changed">
                  <p>None met the rules in a way that was not so already.</p>
                </Empty>
              )
              : (
                <DiffTable
                  caption="Records that it changed, latest first"
                  diffs={diffs.data}
                  known={known.value}
                />
              )}
            <Pager
              here={new URL(`${runPath(id)}${here.search}`, here)}
              nextCursor={diffs.nextCursor}
            />
          </div>
        </>
      ),
    });
  },
});
