import type {
  ApprovalId,
  CategoryId,
  DecisionId,
  HistoryEntryId,
  MemberId,
  RecordId,
} from "../kernel/ids.ts";
import type { Instant } from "../kernel/instant.ts";
import type { Approval, Verdict } from "./approval.ts";

/** What people did with an approval, and what followed for it from what they did elsewhere. */
export type HistoryKind =
  | "assigned"
  | "commented"
  /** Said what it is, while a second member is to agree. */
  | "verdict_given"
  /** The same, other than all before. */
  | "disagreed"
  | "decided"
  | "undone"
  /** Kept once it waits again: until then its state tells. */
  | "withdrawn"
  /** The run of rules that withdrew it was undone. */
  | "reopened";

/** One thing that happened to an approval. */
export interface HistoryEntry {
  readonly id: HistoryEntryId;
  readonly approvalId: ApprovalId;
  readonly recordId: RecordId;
  readonly kind: HistoryKind;
  readonly at: Instant;
  /** The id of a member or key; null: the service. */
  readonly by: string | null;
  /** A comment, or the note of a verdict. */
  readonly text: string | null;
  readonly verdict: Verdict["kind"] | null;
  readonly categoryId: CategoryId | null;
  /** To whom it was assigned; null: to nobody any more. */
  readonly memberId: MemberId | null;
  readonly decisionId: DecisionId | null;
}

/** An entry of `approval`; what is left out is null. */
export function historyEntry(
  id: HistoryEntryId,
  approval: Pick<Approval, "id" | "recordId">,
  given:
    & Pick<HistoryEntry, "kind" | "at" | "by">
    & Partial<Omit<HistoryEntry, "id" | "approvalId" | "recordId">>,
): HistoryEntry {
  return {
    id,
    approvalId: approval.id,
    recordId: approval.recordId,
    text: null,
    verdict: null,
    categoryId: null,
    memberId: null,
    decisionId: null,
    ...given,
  };
}

/** Characters of a comment. */
export const COMMENT_MAX = 2_000;
