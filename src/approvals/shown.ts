import type { CategoryId } from "../kernel/ids.ts";
import type { CompanyRecord } from "../records/record.ts";
import type { Approval, ApprovalReason } from "./approval.ts";
import type { Candidate } from "./candidate.ts";

/** A candidate whose score may not be told. */
export type ShownCandidate<C extends Candidate> = Omit<C, "score"> & {
  readonly score: number | null;
};

/** Why a person is asked, as it is shown: an audit that waits looks like the others. */
export function shownReason({ because, shownAs }: Approval): ApprovalReason {
  return shownAs?.because ?? because;
}

/** How sure the suggestion is, as it is shown. */
export function shownConfidence({ confidence, shownAs }: Approval): number {
  return shownAs?.confidence ?? confidence;
}

/** What is suggested, as it is shown: something that nothing speaks for is not. */
export function shownSuggestion(
  { suggestion, shownAs }: Pick<Approval, "suggestion" | "shownAs">,
): CategoryId | null {
  return shownAs?.because === "nothing_alike" ? null : suggestion;
}

/** An approval as whoever decides it sees it, so that nothing tells an audit that waits from the others. */
export function shownApproval<A extends Approval>(approval: A): A {
  if (approval.shownAs === null || approval.state.kind !== "waiting") {
    return { ...approval, shownAs: null };
  }
  return {
    ...approval,
    suggestion: shownSuggestion(approval),
    because: shownReason(approval),
    confidence: shownConfidence(approval),
    inclusion: 1,
    shownAs: null,
  };
}

/** The record of an approval that waits: whatever was concluded is left out, as it is of one that nothing settled. */
export function shownRecord(
  record: CompanyRecord,
  { state }: Pick<Approval, "state">,
): CompanyRecord {
  if (state.kind !== "waiting" || record.status !== "processed") return record;
  return {
    ...record,
    outcome: "needs_review",
    categoryId: null,
    source: null,
    confidence: null,
    trace: null,
  };
}

/**
 * What to choose from, what is suggested first. While it waits that alone says how sure it is, as it is shown: the scores
 * of several sources are not parts of one whole, and beside the drawn one of an audit all others would be made up.
 */
export function shownCandidates<C extends Candidate>(
  candidates: readonly C[],
  approval: Approval,
): readonly ShownCandidate<C>[] {
  if (approval.state.kind !== "waiting") return candidates;
  if (approval.shownAs?.because === "nothing_alike") return [];
  return candidates.map((one) => ({
    ...one,
    score: one.categoryId === approval.suggestion
      ? shownConfidence(approval)
      : null,
  }));
}
