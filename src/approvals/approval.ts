import { failures } from "../kernel/failure.ts";
import type { ApprovalId, CategoryId, RecordId } from "../kernel/ids.ts";
import type { Instant } from "../kernel/instant.ts";
import type { ReviewReason } from "../processing/trace.ts";

/** Sole right to decide an item, until it runs out. `by` is the id of a member or key. */
export interface Lease {
  readonly by: string;
  readonly until: Instant;
}

/** What a person said. `override` names the category; `reject`: the record is not one to sort. */
export type Verdict =
  | { readonly kind: "approve" }
  | { readonly kind: "override"; readonly categoryId: CategoryId }
  | { readonly kind: "reject" };

export type ApprovalState =
  | { readonly kind: "waiting" }
  | {
    readonly kind: "decided";
    readonly verdict: Verdict["kind"];
    readonly categoryId: CategoryId | null;
    readonly by: string;
    readonly at: Instant;
    readonly note: string | null;
  }
  /** The record was settled another way: corrected, or processed anew. */
  | { readonly kind: "withdrawn"; readonly at: Instant };

/** Why a person is asked. `audit`: the record is settled, and chosen by chance to see whether that was right. */
export type ApprovalReason = ReviewReason | "audit";

/** An item in a review queue: one record that a person is to decide. */
export interface Approval {
  readonly id: ApprovalId;
  readonly version: number;
  readonly recordId: RecordId;
  readonly suggestion: CategoryId | null;
  readonly because: ApprovalReason;
  readonly confidence: number;
  /** The chance with which the record came here: 1 but for audits. */
  readonly inclusion: number;
  readonly state: ApprovalState;
  readonly lease: Lease | null;
  readonly createdAt: Instant;
}

export const approvalFailures = failures("approval", {
  missing: { category: "missing", title: "No such approval" },
  already_decided: {
    category: "conflict",
    title: "The approval was decided already",
  },
  withdrawn: {
    category: "conflict",
    title: "The approval was withdrawn: its record was settled another way",
  },
  claimed: {
    category: "conflict",
    title: "Another person has claimed this approval",
  },
  nothing_suggested: {
    category: "invalid",
    title: "There is no suggestion to approve; override with a category",
  },
  unknown_category: {
    category: "invalid",
    title: "The category is not there or is archived",
  },
  duplicate_ids: {
    category: "invalid",
    title: "An approval is named twice in one request",
  },
});
