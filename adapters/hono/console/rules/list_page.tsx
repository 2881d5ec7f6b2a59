import { z } from "@hono/zod-openapi";
import type { Child } from "hono/jsx";
import type { Failure } from "../../../../src/kernel/failure.ts";
import { fail, ok, type Result } from "../../../../src/kernel/result.ts";
import { flaggedAt } from "../../../../src/rules/rule_overrides.ts";
import { listRules } from "../../../../src/rules/use_cases/list_rules.ts";
import { integerText, text } from "../../fields.ts";
import { cursor, pageInOrder } from "../../paging.ts";
import { RULESET_VERSION_MAX } from "../../routes/as_of.ts";
import { Empty } from "../parts/empty.tsx";
import { FormTrouble } from "../parts/form_trouble.tsx";
import { wholeText } from "../parts/figures.tsx";
import { Pager } from "../parts/pager.tsx";
import { page, type PageAsked } from "../shell/page.tsx";
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

const query = z.object({
  q: text(200).optional(),
  version: integerText({ min: 0, max: RULESET_VERSION_MAX }).optional(),
  cursor: cursor("rule").optional(),
});
type Query = z.output<typeof query>;

/** The rules in their order, now or in an earlier version. */
export const listPage = page({
  path: "/rules",
  action: "rules.read",
  query,
  show({ deps, scope, frame, query, filter, form, here }) {
    const { version } = query;
    const mayWrite = frame.may("rules.write");
    return Promise.resolve(ok({
      title: "Rules",
      lead:
        "Tried in this order, before anything else; the first that matches decides.",
      tools: mayWrite && version === undefined && (
        <a class="button primary" href={`${RULES}/new`}>New rule</a>
      ),
      body: (
        <>
          <RulesTabs at={RULES} />
          <FormTrouble form={form} />
          {version !== undefined && (
            <EarlierSet version={version} mayWrite={mayWrite} />
          )}
          <ListFilter filter={filter} />
        </>
      ),
      rest: () => listed({ deps, scope, mayWrite, query, here }),
    }));
  },
});

/** A company may have ten thousand rules; all of them are read to show some. */
async function listed(
  { deps, scope, mayWrite, query: { q, version, cursor }, here }:
    & Pick<PageAsked<never, Query>, "deps" | "scope" | "query" | "here">
    & { readonly mayWrite: boolean },
): Promise<Result<Child, Failure>> {
  const [found, names] = await Promise.all([
    listRules(deps, scope, version === undefined ? null : { version }),
    ruleNames(deps, scope),
  ]);
  if (!found.ok) return found;
  if (!names.ok) return names;
  const { set, statistics, overrides } = found.value;
  const mayMove = mayWrite && version === undefined;
  if (set.rules.length === 0) return ok(<NoRules mayWrite={mayMove} />);
  const hits = new Map(statistics.map((one) => [one.ruleId, one]));
  const noted = new Map(overrides.map((one) => [one.id, one]));
  const wanted = q?.toLowerCase();
  const rows = set.rules.map((rule, index): RuleRow => ({
    id: rule.id,
    rule,
    index,
    hits: hits.get(rule.id) ?? null,
    flaggedAt: flaggedAt(rule, noted.get(rule.id)),
  }));
  const fitting = wanted === undefined
    ? rows
    : rows.filter(({ rule }) =>
      `${rule.name} ${conditionText(rule.when, names.value)}`.toLowerCase()
        .includes(wanted)
    );
  const shown = pageInOrder(fitting, {
    limit: LIMIT,
    cursor: cursor ?? null,
  });
  if (!shown.ok) return fail(shown.failure);
  if (fitting.length === 0) {
    return ok(
      <Empty title="No rule fits">
        <p>None has “{q}” in its name or its condition.</p>
      </Empty>,
    );
  }
  return ok(
    <>
      <RuleList
        caption={`${wholeText(fitting.length)} ${
          fitting.length === 1 ? "rule" : "rules"
        } in the order they are tried, in version ${wholeText(set.version)}`}
        rows={shown.value.data}
        names={names.value}
        version={set.version}
        count={set.rules.length}
        mayMove={mayMove}
        isWhole={wanted === undefined}
      />
      {/* A refused move has an address of its own. */}
      <Pager
        here={new URL(`${RULES}${here.search}`, here)}
        nextCursor={shown.value.nextCursor}
      />
    </>,
  );
}
