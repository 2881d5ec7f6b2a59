import { failures } from "../kernel/failure.ts";
import type { RecordId, RuleId, SuggestionId } from "../kernel/ids.ts";
import type { Instant } from "../kernel/instant.ts";
import type { FieldsSet } from "../processing/trace.ts";
import type { Condition } from "./conditions/condition.ts";

/** If a record meets `when`, its fields become what `then` says. */
export interface Rule {
  readonly id: RuleId;
  /** 1 for a new rule, one more with each change of the rule itself; a move keeps it. */
  readonly version: number;
  readonly name: string;
  readonly enabled: boolean;
  readonly when: Condition;
  readonly then: FieldsSet;
  /** Go on to later rules after a match. They never change a field that an earlier rule set. */
  readonly continue: boolean;
  /** Left out of a rule that a person wrote. */
  readonly origin?: RuleOrigin;
}

/** What a rule came from, where a person did not write it from nothing. */
export type RuleOrigin =
  | { readonly kind: "suggestion"; readonly suggestion_id: SuggestionId }
  | { readonly kind: "override"; readonly record_id: RecordId }
  | { readonly kind: "import" };

/** What a person writes of a rule. */
export type RuleDefinition = Omit<Rule, "id" | "version" | "origin">;

/** A tenant's rules in the order they are tried. Every change makes the next version. */
export interface RuleSet {
  readonly version: number;
  readonly rules: readonly Rule[];
}

export interface RuleStatistics {
  readonly ruleId: RuleId;
  readonly hits: number;
  readonly lastHitAt: Instant | null;
}

export const RULES_MAX = 10_000;

export const ruleFailures = failures("rule", {
  missing: { category: "missing", title: "No such rule" },
  set_missing: {
    category: "missing",
    title: "The rules have no such version",
  },
  invalid: { category: "invalid", title: "The rule is not well formed" },
  unknown: {
    category: "invalid",
    title: "A change names a rule that is not there",
  },
  unknown_category: {
    category: "invalid",
    title: "The rule sets a category that is not there or is archived",
  },
  stale: {
    category: "conflict",
    title: "The rules were changed in the meantime",
  },
  order_incomplete: {
    category: "invalid",
    title: "The order must name every rule just once",
  },
  order_impossible: {
    category: "invalid",
    title: "The moves cannot all be made",
  },
  document_invalid: {
    category: "invalid",
    title: "The document has rules that cannot be taken in",
  },
  disabled: {
    category: "conflict",
    title: "The rule is switched off",
  },
  backtest_required: {
    category: "conflict",
    title: "Your company wants every change of its rules back-tested first",
  },
  suggestion_missing: {
    category: "missing",
    title: "There is no such suggestion, or it is no longer offered",
  },
  nothing_to_propose: {
    category: "invalid",
    title:
      "The record shows nothing that tells it from records sorted otherwise",
  },
  too_many: {
    category: "over_limit",
    title: `A company has at most ${RULES_MAX} rules`,
  },
});
