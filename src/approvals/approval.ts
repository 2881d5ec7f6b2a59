import { failures } from "../kernel/failure.ts";
import type {
  AlikeKey,
  ApprovalId,
  CategoryId,
  ConnectionId,
  DecisionId,
  MemberId,
  RecordId,
} from "../kernel/ids.ts";
import type { Instant } from "../kernel/instant.ts";
import type { Money } from "../kernel/money.ts";
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

/** What a member said of an item that two are to agree on, but for the last word; the note is in its history. */
export type GivenVerdict = {
  readonly verdict: Verdict["kind"];
  readonly categoryId: CategoryId | null;
  readonly by: MemberId;
  readonly at: Instant;
  readonly decisionId: DecisionId;
};

export type ApprovalState =
  | {
    readonly kind: "waiting";
    /** What members said who do not agree yet, one each at most, in order. */
    readonly verdicts: readonly GivenVerdict[];
  }
  | {
    readonly kind: "decided";
    readonly verdict: Verdict["kind"];
    readonly categoryId: CategoryId | null;
    readonly by: string;
    readonly at: Instant;
    readonly note: string | null;
    /** Null: it was decided before decisions had ids, and cannot be undone. */
    readonly decisionId: DecisionId | null;
    /** What members had said before it, one each at most, in order; where two must agree, one of them said the same. */
    readonly verdicts: readonly GivenVerdict[];
  }
  | {
    /** The record was settled another way: corrected, or processed anew. */
    readonly kind: "withdrawn";
    readonly at: Instant;
    /** What members had said: it stands again where the item does. */
    readonly verdicts: readonly GivenVerdict[];
  };

/** Nobody has said anything yet. */
export const WAITING: ApprovalState = { kind: "waiting", verdicts: [] };

/** Why a person is asked. `audit`: the record is settled, and chosen by chance to see whether that was right. */
export type ApprovalReason = ReviewReason | "audit";

/** What an audit looks like while it waits. */
export interface ShownAs {
  readonly because: ReviewReason;
  readonly confidence: number;
}

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
  /** How often it was claimed: the fencing token of its latest lease. */
  readonly leaseToken: number;
  /** Who is asked before all others. */
  readonly assignedTo: MemberId | null;
  /** Equal for items alike (see `alike_key.ts`); null: not found out yet, so that it is like no other. */
  readonly alikeKey: AlikeKey | null;
  /** Of the record; null for items that were there before it was kept. */
  readonly connectionId: ConnectionId | null;
  /** Of the record. */
  readonly amount: Money | null;
  /** What is at stake with it alone (see `review_order.ts`). */
  readonly stake: number;
  /** Of an audit that waits; null for all else. */
  readonly shownAs: ShownAs | null;
  readonly createdAt: Instant;
}

export const approvalFailures = failures("approval", {
  missing: { category: "missing", title: "No such approval" },
  group_missing: {
    category: "missing",
    title: "Nothing that waits is in such a group",
  },
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
  lease_lost: {
    category: "conflict",
    title: "The lease ran out, or the approval was claimed again since",
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
  decided_by_you: {
    category: "conflict",
    title: "You have said what this is; above this amount another member must",
  },
  members_only: {
    category: "forbidden",
    title: "Above this amount two members decide; an API key is none",
  },
  two_needed: {
    category: "forbidden",
    title:
      "Two members decide above this amount; only who sets that amount may correct the record alone",
  },
  rule_too_early: {
    category: "conflict",
    title: "A second member decides this; make the rule along with that",
  },
  erased: {
    category: "conflict",
    title:
      "The texts of the record were erased; nothing is said of it any more",
  },
  set_changed: {
    category: "conflict",
    title: "Some of these are not as they were shown; none was decided",
  },
  unknown_member: {
    category: "invalid",
    title: "The member is not there, or may not decide",
  },
});
