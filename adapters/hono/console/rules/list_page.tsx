import { z } from "@hono/zod-openapi";
import { fail, ok } from "../../../../src/kernel/result.ts";
import { flaggedAt } from "../../../../src/rules/rule_overrides.ts";
import { listRules } from "../../../../src/rules/use_cases/list_rules.ts";
import { integerText, text } from "../../fields.ts";
import { cursor, pageInOrder } from "../../paging.ts";
import { RULESET_VERSION_MAX } from "../../routes/as_of.ts";
import { FormTrouble } from "../parts/field.tsx";
import { wholeText } from "../parts/figures.tsx";
import { Pager } from "../parts/pager.tsx";
import { page } from "../shell/page.tsx";
import { conditionText } from "./condition_text.ts";
import { EarlierSet } from "./earlier_set.tsx";
import { ListFilter } from "./list_filter.tsx";
import { NoRules } from "./no_rules.tsx";
import { RuleList, type RuleRow } from "./rule_list.tsx";
import { ruleNames } from "./rule_names.ts";
import { RULES } from "./rule_path.ts";
import { RulesTabs } from "./rules_tabs.tsx";

/** Rules on a page. */
const LIMIT = 50;

/** The rules in their order, now or in an earlier version. */
export const listPage = page({
  path: "/rules",
  action: "rules.read",
  query: z.object({
    q: text(200).optional(),
    version: integerText({ min: 0, max: RULESET_VERSION_MAX }).optional(),
    cursor: cursor("rule").optional(),
  }),
  async show({ deps, scope, frame, query, filter, form, here }) {
    const asked = query.version;
    const [found, names] = await Promise.all([
      listRules(deps, scope, asked === undefined ? null : { version: asked }),
      ruleNames(deps, scope),
    ]);
    if (!found.ok) return found;
    if (!names.ok) return names;
    const { set, statistics, overrides } = found.value;
    const hits = new Map(statistics.map((one) => [one.ruleId, one]));
    const noted = new Map(overrides.map((one) => [one.id, one]));
    const wanted = query.q?.toLowerCase();
    const all = set.rules.map((rule, index): RuleRow => ({
      id: rule.id,
      rule,
      index,
      hits: hits.get(rule.id) ?? null,
      flaggedAt: flaggedAt(rule, noted.get(rule.id)),
    }));
    const fitting = wanted === undefined
      ? all
      : all.filter(({ rule }) =>
        `${rule.name} ${conditionText(rule.when, names.value)}`.toLowerCase()
          .includes(wanted)
      );
    const shown = pageInOrder(fitting, {
      limit: LIMIT,
      cursor: query.cursor ?? null,
    });
    if (!shown.ok) return fail(shown.failure);
    const mayWrite = frame.may("rules.write") && asked === undefined;
    return ok({
      title: "Rules",
      lead:
        "Tried in this order, before anything else; the first that matches decides.",
      tools: mayWrite && (
        <a class="button primary" href={`${RULES}/new`}>New rule</a>
      ),
      body: (
        <>
          <RulesTabs at={RULES} />
          <FormTrouble form={form} />
          {asked !== undefined && (
            <EarlierSet version={asked} mayWrite={frame.may("rules.write")} />
          )}
          {set.rules.length === 0 ? <NoRules mayWrite={mayWrite} /> : (
            <>
              <ListFilter filter={filter} version={set.version} />
              {fitting.length === 0
                ? <p class="quiet">No rule has “{query.q}” in it.</p>
                : (
                  <RuleList
                    caption={`${wholeText(fitting.length)} ${
                      fitting.length === 1 ? "rule" : "rules"
                    }, in the order they are tried`}
                    rows={shown.value.data}
                    names={names.value}
                    version={set.version}
                    count={set.rules.length}
                    mayMove={mayWrite}
                    isWhole={wanted === undefined}
                  />
                )}
            </>
          )}
          {/* A refused move has an address of its own. */}
          <Pager
            here={new URL(`${RULES}${here.search}`, here)}
            nextCursor={shown.value.nextCursor}
          />
        </>
      ),
    });
  },
});
