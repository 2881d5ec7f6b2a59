import { z } from "@hono/zod-openapi";
import { ok } from "../../../../src/kernel/result.ts";
import { readBacktest } from "../../../../src/rules/use_cases/read_backtest.ts";
import { cursor } from "../../paging.ts";
import { Card } from "../parts/card.tsx";
import { FormTrouble } from "../parts/form_trouble.tsx";
import { Progress } from "../parts/progress.tsx";
import { page } from "../shell/page.tsx";
import { BacktestOutcome } from "./backtest_outcome.tsx";
import { ChangeWords } from "./change_words.tsx";
import { diffNames } from "./diff_names.ts";
import { backtestId, backtestPath, BACKTESTS, RULES } from "./rule_path.ts";
import { backtestHowFar } from "./work_progress.ts";

/** Records on a page. */
const LIMIT = 25;

/** What changes of the rules would do: how far it is, the figures, each record that would change, and the way on. */
export const backtestPage = page({
  path: "/rules/backtests/{id}",
  action: "rules.read",
  id: backtestId,
  query: z.object({ cursor: cursor("rec").optional() }),
  async show({ deps, scope, frame, id, query, form, here }) {
    const found = await readBacktest(deps, scope, id, null);
    if (!found.ok) return found;
    const { backtest } = found.value;
    const known = await diffNames(deps, scope, [], backtest.changes);
    if (!known.ok) return known;
    const { set, rules, names } = known.value;
    const howFar = backtestHowFar(backtest);
    const { isOver } = howFar;
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
              howFar={howFar}
              stream={`${backtestPath(id)}/progress`}
            />
          </Card>
        </>
      ),
      // A back-test can find as many records as there are.
      async rest() {
        const listed = await readBacktest(deps, scope, id, {
          limit: LIMIT,
          cursor: query.cursor ?? null,
        });
        if (!listed.ok) return listed;
        const { diffs } = listed.value;
        const named = await diffNames(
          deps,
          scope,
          diffs.data,
          backtest.changes,
        );
        if (!named.ok) return named;
        return ok(
          <div id="outcome" data-fresh>
            {isOver && (
              <BacktestOutcome
                backtest={backtest}
                diffs={diffs}
                known={named.value}
                isStale={set.version !== backtest.rulesetVersion}
                mayWrite={frame.may("rules.write")}
                here={new URL(`${backtestPath(id)}${here.search}`, here)}
              />
            )}
          </div>,
        );
      },
    });
  },
});
