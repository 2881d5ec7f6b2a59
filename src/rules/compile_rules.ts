import { compileCondition } from "./compile_condition.ts";
import type { RecordView } from "./record_view.ts";
import type { Rule, RuleSet } from "./rule.ts";

/** What came of trying a set of rules in order. */
export interface Tried {
  /** The rules that matched, in order, up to and with the first that does not say `continue`. */
  readonly hits: readonly Rule[];
  /** How many enabled rules stand up to there; all, where none ended it. */
  readonly considered: number;
}

/** The enabled rules of a set, ready to be tried on many records. */
export interface CompiledRules {
  tryOn(view: RecordView): Tried;
  /** Every enabled rule that matches, in order, also those that `tryOn` never reaches. */
  allOn(view: RecordView): readonly Rule[];
}

/** Folds values, reads bounds and prepares patterns once. */
export function compileRules({ rules }: RuleSet): CompiledRules {
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
