import { z } from "@hono/zod-openapi";
import { ok } from "../../../../src/kernel/result.ts";
import { findOverlaps } from "../../../../src/rules/use_cases/find_overlaps.ts";
import { listRules } from "../../../../src/rules/use_cases/list_rules.ts";
import { Later } from "../parts/later.tsx";
import { page } from "../shell/page.tsx";
import { Findings } from "./findings.tsx";
import { ruleNames } from "./rule_names.ts";
import { RULES } from "./rule_path.ts";
import { RulesTabs } from "./rules_tabs.tsx";

const AT = `${RULES}/overlaps`;
/** A rule without a hit for so long is told as dead. */
const DAYS = 90;
/** Findings of one kind that are shown. */
const LISTED_MAX = 50;

/** What is wrong with the rules; looked for once it is asked for, since that takes a while. */
export const overlapsPage = page({
  path: "/rules/overlaps",
  action: "rules.read",
  expensive: "look",
  query: z.object({ look: z.literal("now").optional() }),
  async show({ deps, scope, query }) {
    const shown = {
      title: "Overlaps",
      lead:
        "Rules that say the same, never win, contradict one another, never hit, or match too much.",
      trail: [{ href: RULES, label: "Rules" }],
    };
    if (query.look === undefined) {
      return ok({
        ...shown,
        body: (
          <>
            <RulesTabs at={AT} />
            <Later
              id="found"
              href={`${AT}?look=now`}
              what="The rules are held against each other, and tried on the latest 5,000 records"
            />
          </>
        ),
      });
    }
    const [found, all, names] = await Promise.all([
      findOverlaps(deps, scope, { days: DAYS, limit: LISTED_MAX }),
      listRules(deps, scope),
      ruleNames(deps, scope),
    ]);
    if (!found.ok) return found;
    if (!all.ok) return all;
    if (!names.ok) return names;
    const rules = new Map(
      all.value.set.rules.map(({ id, name }) => [id, name]),
    );
    return ok({
      ...shown,
      body: (
        <>
          <RulesTabs at={AT} />
          <Findings found={found.value} rules={rules} days={DAYS} />
        </>
      ),
    });
  },
});
