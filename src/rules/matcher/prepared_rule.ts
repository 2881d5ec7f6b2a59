import { compileCondition } from "./compile_condition.ts";
import type { Test } from "./compile_leaf.ts";
import { compileTextNeeds } from "./compile_text_needs.ts";
import type { Condition } from "../conditions/condition.ts";
import { type Needs, needsOf } from "./needs.ts";
import type { Rule } from "../rule.ts";

/** A rule with what it needs. */
export class PreparedRule {
  readonly needs: Needs;
  /** Whether any one thing that an index may find the rule by is already all that the condition asks. */
  readonly isMetWhereFound: boolean;
  private known: Test | undefined;

  constructor(private readonly rule: Rule) {
    this.needs = needsOf(rule.when);
    this.isMetWhereFound = asksOneText(rule.when, this.needs);
  }

  /** Compiled when first asked for: most rules of a large set are not tried for long. */
  get test(): Test {
    return this.known ??= compileTest(this.rule.when, this.needs);
  }
}

/** Patterns cost a hundred times what other leaves do, so before one is matched, the texts that it needs are looked for. */
function compileTest(condition: Condition, needs: Needs): Test {
  const holds = compileCondition(condition);
  if (!hasPattern(condition)) return holds;
  const mayHold = compileTextNeeds(needs);
  return (view) => mayHold(view) && holds(view);
}

/** Whether a condition is a text leaf or any of several: what those need is also enough. */
function asksOneText(condition: Condition, needs: Needs): boolean {
  if ("any" in condition) {
    const parts = needs.kind === "any" ? needs.of : [needs];
    return parts.length === condition.any.length &&
      condition.any.every((part, i) => asksOneText(part, parts[i]!));
  }
  return needs.kind === "text" && "op" in condition &&
    condition.op !== "matches";
}

function hasPattern(condition: Condition): boolean {
  if ("all" in condition) return condition.all.some(hasPattern);
  if ("any" in condition) return condition.any.some(hasPattern);
  if ("not" in condition) return hasPattern(condition.not);
  return condition.op === "matches";
}

const PREPARED = new WeakMap<Rule, PreparedRule>();

/** Rules never change, and most of a set's are those of the version before. */
export function prepared(rule: Rule): PreparedRule {
  let known = PREPARED.get(rule);
  if (known === undefined) {
    known = new PreparedRule(rule);
    PREPARED.set(rule, known);
  }
  return known;
}
