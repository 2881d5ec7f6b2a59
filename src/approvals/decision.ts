import { failures } from "../kernel/failure.ts";
import type {
  ApprovalId,
  CategoryId,
  DecisionId,
  RecordId,
  RuleId,
} from "../kernel/ids.ts";
import type { Instant } from "../kernel/instant.ts";
import type { ProposalOutcome } from "../processing/proposal_outcome.ts";
import type { Conclusion } from "../processing/trace.ts";
import type { CompanyRecord } from "../records/record.ts";
import type { GivenVerdict } from "./approval.ts";

/** What a person decided in one step, of one approval or of many. */
export interface Decision {
  readonly id: DecisionId;
  readonly at: Instant;
  /** The id of a member or key. */
  readonly by: string;
}

/** What the decision of a record is taken back by. No text is in it: the trace loses its last step again. */
export type RecordBefore =
  & Pick<
    CompanyRecord,
    "status" | "outcome" | "categoryId" | "source" | "confidence"
  >
  & {
    /** Null: it had no trace. */
    readonly conclusion: Conclusion | null;
    readonly settledCategory: boolean;
    readonly example: {
      readonly categoryId: CategoryId;
      readonly at: Instant;
    } | null;
    readonly outcomeKept: ProposalOutcome | null;
    /** When it was said of the record before that its proposal is wrong for its text; null: it was not. */
    readonly rejectedAt: Instant | null;
    /** The rule that was overridden, and its hits then. */
    readonly override: OverrideNote | null;
  };

/** An override that was counted. `mark`: the rule's hits then; null where the version was no longer in force. */
export type OverrideNote = {
  readonly ruleId: RuleId;
  readonly ruleVersion: number;
  readonly mark: number | null;
};

/** One approval of a decision. */
export interface DecisionItem {
  readonly decisionId: DecisionId;
  readonly approvalId: ApprovalId;
  readonly recordId: RecordId;
  /** The version that the decision gave the record; null where a second member was still to agree. */
  readonly recordVersion: number | null;
  readonly before: {
    /** What had been said of the approval. */
    readonly verdicts: readonly GivenVerdict[];
    /** Null where the decision left the record as it was. */
    readonly record: RecordBefore | null;
  };
  /** Null while it stands. */
  readonly undone: { readonly at: Instant; readonly by: string } | null;
}

export const decisionFailures = failures("decision", {
  missing: { category: "missing", title: "No such decision" },
  undone: { category: "conflict", title: "It was undone already" },
  not_undoable: {
    category: "conflict",
    title: "Nothing was decided that can be undone",
  },
  not_yours: {
    category: "forbidden",
    title:
      "Until a second member agrees, what was said is taken back by who said it",
  },
  changed_since: {
    category: "conflict",
    title: "Something was changed since; nothing was undone",
  },
});
