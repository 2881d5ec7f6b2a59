import { type AccessPath, accessPath } from "./access_path.ts";
import { compileCondition } from "./compile_condition.ts";
import type { Test } from "./compile_leaf.ts";
import { needsOf } from "./needs.ts";
import type { RecordView } from "./record_view.ts";
import type { Rule } from "./rule.ts";

/** A rule with how an index comes to it. */
export class PreparedRule {
  readonly path: AccessPath;
  private test: Test | undefined;

  constructor(readonly rule: Rule) {
    this.path = accessPath(needsOf(rule.when));
  }

  /** Compiles the condition when it is first tried: most rules of a large set are not tried for long. */
  meets(view: RecordView): boolean {
    return (this.test ??= compileCondition(this.rule.when))(view);
  }
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
