import type { Deps } from "../../../ports/deps.ts";
import type { Tx } from "../../../ports/unit_of_work.ts";
import { openCategories } from "../../categories/category_tree.ts";
import type { Failure } from "../../kernel/failure.ts";
import type { ApprovalId, DecisionId, RuleId } from "../../kernel/ids.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import type { RuleDefinition } from "../../rules/rule.ts";
import { recordFailures } from "../../records/record.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import { actorId, type Scope } from "../../tenancy/scope.ts";
import { approvalFailures, type Verdict } from "../approval.ts";
import {
  decideApproval,
  type DecisionRefused,
  isDecided,
  type JudgedApproval,
} from "../decide_approval.ts";
import { needsTwo, personOf } from "../four_eyes.ts";
import { createRuleWith, type RuleRefused } from "./create_rule_with.ts";
import { keepDecision } from "./keep_decision.ts";
import { settleRecords } from "./settle_records.ts";

export interface Decision {
  readonly approvalId: ApprovalId;
  readonly verdict: Verdict;
  readonly note: string | null;
  /** The number of the lease by which it is decided; left out: whichever there is. */
  readonly leaseToken?: number | null;
  /** The version of the record that was shown; left out: whichever there is. */
  readonly recordVersion?: number | null;
}

export type Refused =
  | DecisionRefused
  | Failure<"approval.missing" | "record.stale">;

export type DecideRefused =
  | AccessDenied
  | RuleRefused
  | Refused
  | Failure<
    | "approval.duplicate_ids"
    | "approval.set_changed"
    | "approval.rule_too_early"
    | "rule.backtest_required"
  >;

/** What became of each decision, in the order given, and the rule that was created along. */
export type Decided = {
  readonly results: readonly (
    | { readonly ok: true; readonly approval: JudgedApproval }
    | { readonly ok: false; readonly failure: Refused }
  )[];
  readonly ruleId: RuleId | null;
  /** By which all of it can be undone; null where nothing was decided. */
  readonly decisionId: DecisionId | null;
};

export interface HowToDecide {
  /** Made too, or nothing is; the first decision is what it came from. */
  readonly createRule?: RuleDefinition | null;
  /** `first`: the first refusal is the failure of them all; `all`: they are refused together, and all refusals are told. */
  readonly allOrNone?: "first" | "all" | null;
}

/**
 * Decides many approvals at once. Each stands or is refused by itself, unless asked otherwise; of several people who
 * decide one item just one wins. What was decided teaches. Above the tenant's amounts the first member's word waits for
 * a second one's.
 */
export async function decideApprovals(
  deps: Pick<Deps, "uow" | "clock" | "ids" | "model">,
  scope: Scope,
  decisions: readonly Decision[],
  how: HowToDecide = {},
): Promise<Result<Decided, DecideRefused>> {
  const ready = readyToDecide(deps, scope, decisions, how);
  if (!ready.ok) return ready;
  return deps.uow.run(ready.value.permit, (tx) => ready.value.decide(tx));
}

/** The same, as a part of a unit that the caller runs; refused before it begins where it can be. */
export function readyToDecide(
  deps: Pick<Deps, "clock" | "ids" | "model">,
  scope: Scope,
  decisions: readonly Decision[],
  { createRule = null, allOrNone = createRule ? "first" : null }: HowToDecide,
) {
  const allowed = permit(scope, "approvals.decide");
  if (!allowed.ok) return allowed;
  const mayRule = permit(scope, "rules.write");
  if (createRule && !mayRule.ok) return mayRule;
  const ids = decisions.map((decision) => decision.approvalId);
  if (new Set(ids).size < ids.length) {
    return fail(approvalFailures.duplicate_ids());
  }
  const now = deps.clock.now();
  const by = actorId(scope);

  async function decide(tx: Tx): Promise<Result<Decided, DecideRefused>> {
    const approvals = new Map(
      (await tx.approvals.find(ids)).map((approval) => [approval.id, approval]),
    );
    const [tenant] = await tx.tenants.find([scope.tenantId]);
    if (!tenant) throw new Error(`tenant ${scope.tenantId} has no row`);
    const { settings } = tenant;
    const open = openCategories(await tx.categories.all());
    const records = new Map(
      (await tx.records.find([...approvals.values()].map((a) => a.recordId)))
        .map((record) => [record.id, record]),
    );
    const decisionId = deps.ids.next("dcn");
    const judged = decisions.map((decision) => judge(decision));
    const refusedBefore = refusalOf(judged);
    if (refusedBefore) return fail(refusedBefore);
    const kept = judged.flatMap((one) => one.ok ? [one.value] : []);
    if (createRule && kept.some((one) => !isDecided(one))) {
      return fail(approvalFailures.rule_too_early());
    }
    const settled = await settleRecords(deps, tx, kept.filter(isDecided), {
      records,
      settings,
      now,
    });
    await tx.approvals.save(kept.filter((one) => !isDecided(one)));
    const results = judged.map((one): Decided["results"][number] => {
      if (!one.ok) return one;
      const refused = settled.refused.get(one.value.id);
      return refused ?? { ok: true, approval: one.value };
    });
    const refused = refusalOf(results);
    if (refused) return fail(refused);
    const standing = results.flatMap((one, i) =>
      one.ok ? [{ to: one.approval, note: decisions[i]!.note }] : []
    );
    await keepDecision(
      deps,
      tx,
      { id: decisionId, at: now, by },
      standing.map((one) => ({ ...one, from: approvals.get(one.to.id)! })),
      { records, before: settled.before },
    );
    const [first] = standing;
    const ruled = createRule && first
      ? await createRuleWith(deps, tx, scope, {
        definition: createRule,
        open,
        origin: { kind: "override", record_id: first.to.recordId },
        now,
      })
      : ok(null);
    if (!ruled.ok) return ruled;
    return ok({
      results,
      ruleId: ruled.value,
      decisionId: first ? decisionId : null,
    });

    function judge(
      { approvalId, verdict, note, ...seen }: Decision,
    ): Result<JudgedApproval, Refused> {
      const approval = approvals.get(approvalId);
      const record = approval && records.get(approval.recordId);
      if (!approval || !record) {
        return fail(approvalFailures.missing({ approval_id: approvalId }));
      }
      const { recordVersion = null, leaseToken = null } = seen;
      if (recordVersion !== null && recordVersion !== record.version) {
        return fail(recordFailures.stale({ record_id: record.id }));
      }
      return decideApproval(approval, verdict, {
        by,
        at: now,
        note,
        decisionId,
        person: personOf(scope),
        leaseToken,
        needsTwo: needsTwo(record.amount, settings.fourEyesAbove),
      }, open);
    }
  }

  function refusalOf(
    results: readonly (
      | { readonly ok: true }
      | { readonly ok: false; readonly failure: Refused }
    )[],
  ): Refused | Failure<"approval.set_changed"> | null {
    const failures = results.flatMap((one, i) =>
      one.ok ? [] : [{ approval_id: ids[i]!, failure: one.failure }]
    );
    const [first] = failures;
    if (!first || allOrNone === null) return null;
    if (allOrNone === "first" || first.failure.category === "invalid") {
      return first.failure;
    }
    return approvalFailures.set_changed({
      changed: failures.map(({ approval_id, failure }) => ({
        approval_id,
        because: failure.kind,
      })),
    });
  }

  return ok({ permit: allowed.value, decide });
}
