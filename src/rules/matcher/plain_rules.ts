import { compileCondition } from "./compile_condition.ts";
import type { CompiledRules } from "./compile_rules.ts";
import type { Rule, RuleSet } from "../rule.ts";

/** What rules mean, without an index: all are walked in order. `compileRules` is held against it. */
export function plainRules({ rules }: RuleSet): CompiledRules {
  const compiled = rules.filter((rule) => rule.enabled)
    .map((rule) => ({ rule, meets: compileCondition(rule.when) }));
  return {
    tryOn(view) {
      const hits: Rule[] = [];
      let considered = 0;
      for (const { rule, meets } of compiled) {
        considered++;
        if (!meets(view)) continue;
        hits.push(rule);
        if (!rule.continue) break;
      }
      return { hits, considered };
    },
    allOn: (view) =>
      compiled.filter(({ meets }) => meets(view)).map(({ rule }) => rule),
  };
}
