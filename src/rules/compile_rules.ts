import { compileCondition } from "./compile_condition.ts";
import type { Test } from "./compile_leaf.ts";
import type { Rule, RuleSet } from "./rule.ts";

/** The enabled rules of a set in order, ready to be tried on many records. */
export interface CompiledRules {
  readonly rules: readonly { readonly rule: Rule; readonly meets: Test }[];
}

/** Folds values, reads bounds and prepares patterns once. */
export function compileRules({ rules }: RuleSet): CompiledRules {
  return {
    rules: rules.filter((rule) => rule.enabled)
      .map((rule) => ({ rule, meets: compileCondition(rule.when) })),
  };
}
