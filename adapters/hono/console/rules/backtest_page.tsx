import { z } from "@hono/zod-openapi";
import { ok } from "../../../../src/kernel/result.ts";
import { readBacktest } from "../../../../src/rules/use_cases/read_backtest.ts";
import { readTenant } from "../../../../src/tenancy/use_cases/read_tenant.ts";
import { cursor } from "../../paging.ts";
import { Card } from "../parts/card.tsx";
import { Empty } from "../parts/empty.tsx";
import { FormTrouble } from "../parts/field.tsx";
import { wholeText } from "../parts/figures.tsx";
import { Pager } from "../parts/pager.tsx";
import { Progress } from "../parts/progress.tsx";
import { page } from "../shell/page.tsx";
import { ActivateForm } from "./activate_form.tsx";
import { BacktestFigures, ByRule } from "./backtest_figures.tsx";
import { ChangeWords } from "./change_words.tsx";
import { diffNames } from "./diff_names.ts";
import { DiffTable } from "./diff_table.tsx";
import { backtestId, backtestPath, BACKTESTS, RULES } from "./rule_path.ts";

/** Records on a page. */
const LIMIT = 25;

/** What changes of the rules would do: how far it is, the figures, each record that would change, and the way on. */
export const backtestPage = page({
  path: "/rules/backtests/{id}",
  action: "rules.read",
  id: backtestId,
  query: z.object({ cursor: cursor("rec").optional() }),
  async show({ deps, scope, frame, id, query, form, here }) {
    const found = await readBacktest(deps, scope, id, {
      limit: LIMIT,
      cursor: query.cursor ?? null,
    });
    if (!found.ok) return found;
    const { backtest, diffs } = found.value;
    const [known, tenant] = await Promise.all([
      diffNames(deps, scope, diffs.data, backtest.changes),
      readTenant(deps, scope),
    ]);
    if (!known.ok) return known;
    if (!tenant.ok) return tenant;
    const { set, rules, names } = known.value;
    const { report, state } = backtest;
    const isOver = state === "done" || state === "failed";
    return ok({
      title: "Back-test",
      lead: backtest.activatedAt === null
        ? "Nothing is in force yet: this is what would happen."
        : "These changes were put in force.",
      trail: [
        { href: RULES, label: "Rules" },
        { href: BACKTESTS, label: "Back-tests" },
      ],
      body: (
        <>
          <FormTrouble form={form} />
          <Card title="The changes">
            <ChangeWords
              changes={backtest.changes}
              rules={rules}
              names={names}
            />
            <Progress
              id="progress"
              label="Records looked at"
              done={report.scanned}
              total={report.total}
              isOver={isOver}
            />
          </Card>
          <div id="outcome" data-fresh>
            {state === "failed" && (
              <section class="card note" aria-label="State">
                <p>
                  The back-test failed in the middle, after{" "}
                  {wholeText(report.scanned)}{" "}
                  records. Nothing was changed. Try it once more.
                </p>
              </section>
            )}
            {isOver && (
              <>
                {frame.may("rules.write") && (
                  <ActivateForm
                    backtest={backtest}
                    isStale={set.version !== backtest.rulesetVersion}
                  />
                )}
                <BacktestFigures report={report} />
                {diffs.data.length === 0
                  ? (
                    <Empty title="No record would change">
                      <p>
                        Of {wholeText(report.scanned)}{" "}
                        records that were looked at.
                      </p>
                    </Empty>
                  )
                  : (
                    <DiffTable
                      caption={`${
                        wholeText(report.changed)
                      } records would change, latest first`}
                      diffs={diffs.data}
                      known={known.value}
                    />
                  )}
                <Pager
                  here={new URL(`${backtestPath(id)}${here.search}`, here)}
                  nextCursor={diffs.nextCursor}
                />
                <ByRule
                  rules={report.rules}
                  inForce={new Set(set.rules.map((rule) => rule.id))}
                />
              </>
            )}
          </div>
        </>
      ),
    });
  },
});
