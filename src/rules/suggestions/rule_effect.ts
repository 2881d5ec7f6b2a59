import type { CategoryId, RuleId } from "../../kernel/ids.ts";
import type { CompanyRecord } from "../../records/record.ts";
import { EMPTY_REPORT } from "../history/backtest_report.ts";
import { compareRecord } from "../history/compare_record.ts";
import { valuesOf } from "../history/plan.ts";
import { tallyBacktest } from "../history/tally_backtest.ts";
import { compileRules } from "../matcher/compile_rules.ts";
import type { RuleSet } from "../rule.ts";
import { latest, type RuleEffect } from "./last_rule_effect.ts";

/** What the rule `ruleId`, which `draft` has and `base` has not, would do to stored records: a back-test of it. */
export function ruleEffect(
  records: readonly CompanyRecord[],
  { base, draft, ruleId, open, examplesMax }: {
    readonly base: RuleSet;
    readonly draft: RuleSet;
    readonly ruleId: RuleId;
    readonly open: ReadonlySet<CategoryId>;
    readonly examplesMax: number;
  },
): RuleEffect {
  const both = {
    base: compileRules(base),
    draft: compileRules(draft),
    open,
  };
  const compared = records.map((record) => compareRecord(record, both));
  const report = tallyBacktest(EMPTY_REPORT, compared);
  const own = report.rules.find(({ rule_id }) => rule_id === ruleId);
  const changed = compared.flatMap(({ plan }) =>
    plan ? [{ id: plan.recordId, changes: plan.changes }] : []
  );
  return {
    decides: own?.decides ?? 0,
    changes: report.changed,
    agreement: { right: own?.right ?? 0, wrong: own?.wrong ?? 0 },
    reviewsSaved: report.reviews.saved,
    examples: latest(changed, examplesMax).map(({ id, changes }) => ({
      recordId: id,
      before: valuesOf(changes, "before"),
      after: valuesOf(changes, "after"),
    })),
  };
}
