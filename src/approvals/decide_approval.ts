import type { Failure } from "../kernel/failure.ts";
import type { CategoryId, DecisionId, MemberId } from "../kernel/ids.ts";
import type { Instant } from "../kernel/instant.ts";
import { fail, ok, type Result } from "../kernel/result.ts";
import {
  type Approval,
  approvalFailures,
  type GivenVerdict,
  type Verdict,
} from "./approval.ts";
import { shownSuggestion } from "./shown.ts";

export interface Decider {
  readonly by: string;
  readonly at: Instant;
  readonly note: string | null;
  readonly decisionId: DecisionId;
  /** The member who decides; null for an API key, which is no person. */
  readonly person: MemberId | null;
  /** The number of the lease by which it is decided; null: whoever holds none may decide too. */
  readonly leaseToken: number | null;
  /** Whether two members must say the same. */
  readonly needsTwo: boolean;
}

export type DecisionRefused = Failure<
  | "approval.already_decided"
  | "approval.withdrawn"
  | "approval.claimed"
  | "approval.lease_lost"
  | "approval.nothing_suggested"
  | "approval.unknown_category"
  | "approval.decided_by_you"
  | "approval.members_only"
>;

/** An approval that a person has decided. */
export type DecidedApproval = Approval & {
  readonly state: Extract<Approval["state"], { kind: "decided" }>;
};

/** An approval that waits for a second member. */
export type SecondingApproval = Approval & {
  readonly state: Extract<Approval["state"], { kind: "waiting" }>;
};

/** What a verdict makes of an approval: with two to decide, the first one leaves it waiting. */
export type JudgedApproval = DecidedApproval | SecondingApproval;

export function isDecided(judged: JudgedApproval): judged is DecidedApproval {
  return judged.state.kind === "decided";
}

/**
 * The approval as `verdict` leaves it. Refused when it does not wait, when another person holds a lease that runs, when
 * the lease named is not the one that runs, when nothing is suggested as it is shown, or when the category is not one of
 * `open`. Where two are needed, it is decided
 * once two members have said the same, each of whom is asked once.
 */
export function decideApproval(
  approval: Approval,
  verdict: Verdict,
  decider: Decider,
  open: ReadonlySet<CategoryId>,
): Result<JudgedApproval, DecisionRefused> {
  const { by, at, note, decisionId } = decider;
  const facts = { approval_id: approval.id };
  const { state } = approval;
  if (state.kind === "decided") {
    return fail(approvalFailures.already_decided(facts));
  }
  if (state.kind === "withdrawn") {
    return fail(approvalFailures.withdrawn(facts));
  }
  const held = heldBy(approval, decider);
  if (!held.ok) return held;
  const categoryId = verdict.kind === "override"
    ? verdict.categoryId
    : verdict.kind === "approve"
    ? shownSuggestion(approval)
    : null;
  if (verdict.kind === "approve" && categoryId === null) {
    return fail(approvalFailures.nothing_suggested(facts));
  }
  if (categoryId !== null && !open.has(categoryId)) {
    return fail(approvalFailures.unknown_category(facts, [{
      pointer: "/category_id",
      detail: "is not an open category of yours",
    }]));
  }
  if (decider.needsTwo) {
    const { person } = decider;
    if (person === null) return fail(approvalFailures.members_only(facts));
    if (state.verdicts.some((one) => one.by === person)) {
      return fail(approvalFailures.decided_by_you(facts));
    }
    if (!state.verdicts.some((one) => one.categoryId === categoryId)) {
      const given: GivenVerdict = {
        verdict: verdict.kind,
        categoryId,
        by: person,
        at,
        decisionId,
      };
      const verdicts = [...state.verdicts, given];
      return ok({
        ...approval,
        lease: null,
        assignedTo: approval.assignedTo === person ? null : approval.assignedTo,
        state: { kind: "waiting", verdicts },
      });
    }
  }
  return ok({
    ...approval,
    lease: null,
    state: {
      kind: "decided",
      verdict: verdict.kind,
      categoryId,
      by,
      at,
      note,
      decisionId,
      verdicts: state.verdicts,
    },
  });
}

/** Whether the lease, where one is named or runs, is the decider's. */
function heldBy(
  { id, lease, leaseToken }: Approval,
  { by, at, leaseToken: named }: Decider,
): Result<null, DecisionRefused> {
  const runs = lease !== null && lease.until > at;
  if (named !== null) {
    return runs && lease.by === by && leaseToken === named
      ? ok(null)
      : fail(approvalFailures.lease_lost({ approval_id: id }));
  }
  return runs && lease.by !== by
    ? fail(approvalFailures.claimed({ approval_id: id, until: lease.until }))
    : ok(null);
}
