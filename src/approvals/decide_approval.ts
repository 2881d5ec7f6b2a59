import type { Failure } from "../kernel/failure.ts";
import type { CategoryId } from "../kernel/ids.ts";
import type { Instant } from "../kernel/instant.ts";
import { fail, ok, type Result } from "../kernel/result.ts";
import { type Approval, approvalFailures, type Verdict } from "./approval.ts";

export interface Decider {
  readonly by: string;
  readonly at: Instant;
  readonly note: string | null;
}

export type DecisionRefused = Failure<
  | "approval.already_decided"
  | "approval.withdrawn"
  | "approval.claimed"
  | "approval.nothing_suggested"
  | "approval.unknown_category"
>;

/** An approval that a person has decided. */
export type DecidedApproval = Approval & {
  readonly state: Extract<Approval["state"], { kind: "decided" }>;
};

/**
 * The approval as `verdict` leaves it. Refused when it does not wait, when another person holds a lease
 * that runs, or when the category is not one of `open`.
 */
export function decideApproval(
  approval: Approval,
  verdict: Verdict,
  { by, at, note }: Decider,
  open: ReadonlySet<CategoryId>,
): Result<DecidedApproval, DecisionRefused> {
  const facts = { approval_id: approval.id };
  if (approval.state.kind === "decided") {
    return fail(approvalFailures.already_decided(facts));
  }
  if (approval.state.kind === "withdrawn") {
    return fail(approvalFailures.withdrawn(facts));
  }
  const { lease } = approval;
  if (lease && lease.by !== by && lease.until > at) {
    return fail(approvalFailures.claimed({ ...facts, until: lease.until }));
  }
  const categoryId = verdict.kind === "override"
    ? verdict.categoryId
    : verdict.kind === "approve"
    ? approval.suggestion
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
  return ok({
    ...approval,
    lease: null,
    state: { kind: "decided", verdict: verdict.kind, categoryId, by, at, note },
  });
}
