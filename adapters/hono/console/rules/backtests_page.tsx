import { z } from "@hono/zod-openapi";
import { ok } from "../../../../src/kernel/result.ts";
import type { Backtest } from "../../../../src/rules/history/backtest.ts";
import { listBacktests } from "../../../../src/rules/use_cases/list_backtests.ts";
import { requestBacktest } from "../../../../src/rules/use_cases/request_backtest.ts";
import { integerText } from "../../fields.ts";
import { cursor } from "../../paging.ts";
import { RULESET_VERSION_MAX } from "../../routes/as_of.ts";
import { DataTable } from "../parts/data_table.tsx";
import { Empty } from "../parts/empty.tsx";
import { FormTrouble } from "../parts/form_trouble.tsx";
import { Moment, wholeText } from "../parts/figures.tsx";
import { Pager } from "../parts/pager.tsx";
import { Tag } from "../parts/tag.tsx";
import { action } from "../shell/action.ts";
import { page } from "../shell/page.tsx";
import { changeText } from "./change_words.tsx";
import { diffNames } from "./diff_names.ts";
import { backtestPath, BACKTESTS, RULES } from "./rule_path.ts";
import { RulesTabs } from "./rules_tabs.tsx";
import { BACKTEST_STATES } from "./state_words.ts";

/** Back-tests on a page. */
const LIMIT = 25;

/** What was tried on history, the latest first. */
export const backtestsPage = page({
  path: "/rules/backtests",
  action: "rules.read",
  query: z.object({ cursor: cursor("bkt").optional() }),
  async show({ deps, scope, query, form, here }) {
    const [found, known] = await Promise.all([
      listBacktests(deps, scope, {
        limit: LIMIT,
        cursor: query.cursor ?? null,
      }),
      diffNames(deps, scope, []),
    ]);
    if (!found.ok) return found;
    if (!known.ok) return known;
    const { rules, names } = known.value;
    const saidOf = ({ changes: [first, ...rest] }: Backtest) =>
      first
        ? `${changeText(first, rules, names)}${
          rest.length > 0 ? ` And ${wholeText(rest.length)} more.` : ""
        }`
        : "Nothing";
    return ok({
      title: "Back-tests",
      lead: "What changes of the rules would have done to stored records.",
      trail: [{ href: RULES, label: "Rules" }],
      body: (
        <>
          <RulesTabs at={BACKTESTS} />
          <FormTrouble form={form} labels={{ version: "Version" }} />
          {found.value.data.length === 0
            ? (
              <Empty title="Nothing was back-tested yet">
                <p>
                  Open a rule, change it and press Back-test: you see each
                  record that would change before anything does.
                </p>
              </Empty>
            )
            : (
              <DataTable<Backtest>
                caption="Latest first"
                columns={[
                  {
                    label: "Changes",
                    isTitle: true,
                    cell: (one) => (
                      <a href={backtestPath(one.id)}>{saidOf(one)}</a>
                    ),
                  },
                  {
                    label: "Asked for",
                    cell: ({ createdAt }) => <Moment at={createdAt} />,
                  },
                  {
                    label: "State",
                    cell: ({ state, activatedAt }) => (
                      <>
                        <Tag tone={BACKTEST_STATES[state].tone}>
                          {BACKTEST_STATES[state].label}
                        </Tag>
                        {activatedAt !== null && <Tag>in force</Tag>}
                      </>
                    ),
                  },
                  {
                    label: "Records changed",
                    align: "right",
                    cell: ({ report }) => (
                      <span class="number">{wholeText(report.changed)}</span>
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

/** Back-tests going back to an earlier version of all rules. */
export const restoreAction = action({
  path: "/rules/backtests",
  action: "rules.write",
  form: z.object({
    version: integerText({ min: 0, max: RULESET_VERSION_MAX }),
  }),
  page: backtestsPage,
  async act({ deps, scope, form }) {
    const asked = await requestBacktest(deps, scope, {
      changes: [{ op: "restore", ruleset_version: form.version }],
      filter: {},
      seenVersion: null,
    });
    return asked.ok ? ok({ to: backtestPath(asked.value.id) }) : asked;
  },
});
