import { z } from "@hono/zod-openapi";
import { ok } from "../../../../src/kernel/result.ts";
import type { RuleRun } from "../../../../src/rules/history/run.ts";
import { listRules } from "../../../../src/rules/use_cases/list_rules.ts";
import { listRuns } from "../../../../src/rules/use_cases/list_runs.ts";
import { cursor } from "../../paging.ts";
import { DataTable } from "../parts/data_table.tsx";
import { Empty } from "../parts/empty.tsx";
import { Moment, wholeText } from "../parts/figures.tsx";
import { Pager } from "../parts/pager.tsx";
import { Tag } from "../parts/tag.tsx";
import { page } from "../shell/page.tsx";
import { RULES, runPath, RUNS } from "./rule_path.ts";
import { RulesTabs } from "./rules_tabs.tsx";
import { RUN_STATES } from "./state_words.ts";

/** Runs on a page. */
const LIMIT = 25;

/** What was applied to history, the latest first. */
export const runsPage = page({
  path: "/rules/runs",
  action: "rules.read",
  query: z.object({ cursor: cursor("run").optional() }),
  async show({ deps, scope, query, here }) {
    const [found, all] = await Promise.all([
      listRuns(deps, scope, { limit: LIMIT, cursor: query.cursor ?? null }),
      listRules(deps, scope),
    ]);
    if (!found.ok) return found;
    if (!all.ok) return all;
    const rules = new Map(
      all.value.set.rules.map(({ id, name }) => [id, name]),
    );
    return ok({
      title: "Runs",
      lead:
        "Rules that were applied to records decided before. Each can be undone.",
      trail: [{ href: RULES, label: "Rules" }],
      body: (
        <>
          <RulesTabs at={RUNS} />
          {found.value.data.length === 0
            ? (
              <Empty title="Nothing was applied to history yet">
                <p>
                  Apply a rule from its page, or put a back-test in force
                  together with the changes that it shows.
                </p>
              </Empty>
            )
            : (
              <DataTable<RuleRun>
                caption="Latest first"
                columns={[
                  {
                    label: "What was applied",
                    isTitle: true,
                    cell: (run) => (
                      <a href={runPath(run.id)}>
                        {run.ruleId === null
                          ? "The changes of a back-test"
                          : rules.get(run.ruleId) ?? "A rule that was removed"}
                      </a>
                    ),
                  },
                  {
                    label: "Started",
                    cell: ({ createdAt }) => <Moment at={createdAt} />,
                  },
                  {
                    label: "State",
                    cell: ({ state }) => (
                      <Tag tone={RUN_STATES[state].tone}>
                        {RUN_STATES[state].label}
                      </Tag>
                    ),
                  },
                  {
                    label: "Changed",
                    align: "right",
                    cell: ({ counts }) => (
                      <span class="number">{wholeText(counts.changed)}</span>
                    ),
                  },
                ]}
                rows={found.value.data}
              />
            )}
          <Pager here={here} nextCursor={found.value.nextCursor} />
        </>
      ),
    });
  },
});
