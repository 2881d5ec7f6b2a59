import type { Deps } from "../../../ports/deps.ts";
import { openCategories } from "../../categories/category_tree.ts";
import type { Failure } from "../../kernel/failure.ts";
import type { ApprovalId, RuleId } from "../../kernel/ids.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import type { RuleDefinition } from "../../rules/rule.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import { actorId, type Scope } from "../../tenancy/scope.ts";
import { approvalFailures, type Verdict } from "../approval.ts";
import {
  decideApproval,
  type DecidedApproval,
  type DecisionRefused,
} from "../decide_approval.ts";
import { createRuleWith, type RuleRefused } from "./create_rule_with.ts";
import { settleRecords } from "./settle_records.ts";

export interface Decision {
  readonly approvalId: ApprovalId;
  readonly verdict: Verdict;
  readonly note: string | null;
}

type Refused =
  | DecisionRefused
  | Failure<"approval.missing" | "record.stale">;

/** What became of each decision, in the order given, and the rule that was created along. */
export type Decided = {
  readonly results: readonly (
    | { readonly ok: true; readonly approval: DecidedApproval }
    | { readonly ok: false; readonly failure: Refused }
  )[];
  readonly ruleId: RuleId | null;
};

/**
 * Decides many approvals at once. Each stands or is refused by itself; of several people who decide one
 * item just one wins. What was decided teaches. With `createRule`, the rule is made too, or nothing is;
 * the first decision is what it came from.
 * `allOrNone`: the first refusal is the failure of them all.
 */
export async function decideApprovals(
  deps: Pick<Deps, "uow" | "clock" | "ids" | "model">,
  scope: Scope,
  decisions: readonly Decision[],
  createRule: RuleDefinition | null = null,
  allOrNone: boolean = createRule !== null,
): Promise<
  Result<
    Decided,
    | AccessDenied
    | RuleRefused
    | Refused
    | Failure<"approval.duplicate_ids" | "rule.backtest_required">
  >
> {
  const allowed = permit(scope, "approvals.decide");
  if (!allowed.ok) return allowed;
  const mayRule = permit(scope, "rules.write");
  if (createRule && !mayRule.ok) return mayRule;
  const ids = decisions.map((decision) => decision.approvalId);
  if (new Set(ids).size < ids.length) {
    return fail(approvalFailures.duplicate_ids());
  }
  const at = deps.clock.now();
  const by = actorId(scope);
  return deps.uow.run(allowed.value, async (tx) => {
    const approvals = new Map(
      (await tx.approvals.find(ids)).map((approval) => [approval.id, approval]),
    );
    const open = openCategories(await tx.categories.all());
    const judged = decisions.map(({ approvalId, verdict, note }) => {
      const approval = approvals.get(approvalId);
      return approval
        ? decideApproval(approval, verdict, { by, at, note }, open)
        : fail(approvalFailures.missing({ approval_id: approvalId }));
    });
    const decided = judged.flatMap((one) => one.ok ? [one.value] : []);
    const settled = await settleRecords(deps, tx, scope, decided, at);
    const results = judged.map((one): Decided["results"][number] => {
      if (!one.ok) return one;
      const refused = settled.refused.get(one.value.id);
      return refused ?? { ok: true, approval: one.value };
    });
    const refused = results.find((one) => !one.ok);
    if (allOrNone && refused) return fail(refused.failure);
    const [first] = decided;
    const ruled = createRule && first
      ? await createRuleWith(deps, tx, scope, {
        definition: createRule,
        open,
        origin: { kind: "override", record_id: first.recordId },
        now: at,
      })
      : ok(null);
    if (!ruled.ok) return ruled;
    return ok({ results, ruleId: ruled.value });
  });
}
