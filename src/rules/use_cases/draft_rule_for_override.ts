import type { Deps } from "../../../ports/deps.ts";
import {
  type Approval,
  approvalFailures,
  type Verdict,
} from "../../approvals/approval.ts";
import {
  decideApproval,
  type Decider,
  type DecisionRefused,
} from "../../approvals/decide_approval.ts";
import { personOf } from "../../approvals/four_eyes.ts";
import { shownApproval } from "../../approvals/shown.ts";
import type { Failure } from "../../kernel/failure.ts";
import type { ApprovalId } from "../../kernel/ids.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { withoutRuleFields } from "../../processing/rule_fields.ts";
import { recordFailures } from "../../records/record.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import { actorId, type Scope } from "../../tenancy/scope.ts";
import { newRule, type RuleRefused } from "../new_rule.ts";
import { type RuleDefinition, ruleFailures } from "../rule.ts";
import type { RuleEffect } from "../suggestions/last_rule_effect.ts";
import { miningSample } from "../suggestions/mining_sample.ts";
import { proposeRule } from "../suggestions/propose_rule.ts";
import { ruleEffect } from "../suggestions/rule_effect.ts";
import { readHistory } from "./read_history.ts";

/** A rule that was not made, and what it would have done to the other records there are. */
export interface DraftedRule {
  readonly approval: Approval;
  readonly rule: RuleDefinition;
  readonly effect: RuleEffect;
}

/** Changes that are shown. */
const SHOWN_MAX = 10;

/**
 * What would come of deciding an approval and making a rule along with it: `definition`, or where that is
 * null the one that the record and people's decisions speak for. Refused as the decision would be; writes nothing.
 */
export async function draftRuleForOverride(
  deps: Pick<Deps, "uow" | "clock">,
  scope: Scope,
  { approvalId, verdict, definition }: {
    readonly approvalId: ApprovalId;
    readonly verdict: Verdict;
    readonly definition: RuleDefinition | null;
  },
): Promise<
  Result<
    DraftedRule,
    | AccessDenied
    | DecisionRefused
    | RuleRefused
    | Failure<
      | "approval.missing"
      | "record.missing"
      | "rule.nothing_to_propose"
    >
  >
> {
  const allowed = permit(scope, "rules.read");
  if (!allowed.ok) return allowed;
  const decider: Decider = {
    by: actorId(scope),
    at: deps.clock.now(),
    note: null,
    decisionId: "dcn_draft",
    person: personOf(scope),
    leaseToken: null,
    needsTwo: false,
  };
  return deps.uow.run(allowed.value, async (tx) => {
    const [approval] = await tx.approvals.find([approvalId]);
    if (!approval) {
      return fail(approvalFailures.missing({ approval_id: approvalId }));
    }
    const history = await readHistory(tx, scope);
    const open = new Set(history.categories.keys());
    const decided = decideApproval(approval, verdict, decider, open);
    if (!decided.ok) return decided;
    const [record] = await tx.records.find([approval.recordId]);
    if (!record) {
      return fail(recordFailures.missing({ record_id: approval.recordId }));
    }
    const sample = miningSample(history.records, history.contextAttributes);
    const { state } = decided.value;
    const categoryId = state.kind === "decided" ? state.categoryId : null;
    const name = categoryId && history.categories.get(categoryId);
    const rule = definition ??
      (categoryId === null || !name ? null : proposeRule(
        withoutRuleFields(record),
        { id: categoryId, name },
        sample,
      ));
    if (rule === null) {
      return fail(ruleFailures.nothing_to_propose({ record_id: record.id }));
    }
    const made = newRule(
      history.rules,
      { id: "rule_draft", definition: rule, position: null },
      open,
    );
    if (!made.ok) return made;
    // What the rule would change of the record itself tells whether it is settled, so whether it is an audit.
    const others = history.stored.filter(({ id }) => id !== record.id);
    const effect = ruleEffect(others, {
      base: history.rules,
      draft: made.value.set,
      ruleId: made.value.rule.id,
      open,
      examplesMax: SHOWN_MAX,
    });
    return ok({ approval: shownApproval(approval), rule, effect });
  });
}
