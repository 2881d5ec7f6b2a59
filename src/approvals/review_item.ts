import type { CategoryId, ReceiptId, RecordId, RuleId } from "../kernel/ids.ts";
import type { Instant } from "../kernel/instant.ts";
import type { CompanyRecord, RecordContent } from "../records/record.ts";
import type { Step, Trace } from "../processing/trace.ts";
import { machineSteps } from "../processing/proposal_of.ts";
import type { Approval } from "./approval.ts";
import type { Candidate } from "./candidate.ts";
import type { QueueKey } from "./review_queue.ts";
import type { ShownCandidate } from "./shown.ts";

/** Why a category is among those to choose from. */
export type CandidateReason = {
  /** The rule that set it; null where none did. */
  readonly rule: { readonly id: RuleId; readonly name: string } | null;
  /** What a model said for it; null where none did. */
  readonly rationale: string | null;
};

export type ReasonedCandidate = ShownCandidate<Candidate & CandidateReason>;

/** A record much like it that a person decided. */
export type SimilarDecision =
  & Pick<
    RecordContent,
    "description" | "counterparty" | "amount" | "occurredAt"
  >
  & {
    readonly recordId: RecordId;
    readonly categoryId: CategoryId;
    /** 0 to 1; 1 where a key was equal. */
    readonly similarity: number;
    /** How many approved records say so. */
    readonly count: number;
    readonly match: string;
  };

/** An approval as whoever decides it sees it, with all there is to decide by. */
export type ReviewItem = Approval & {
  readonly record: CompanyRecord;
  readonly candidates: readonly ReasonedCandidate[];
  readonly similar: readonly SimilarDecision[];
  readonly receiptIds: readonly ReceiptId[];
  /** How many are alike, itself counted. */
  readonly alike: number;
  readonly queue: QueueKey;
  /** Null: it has all the time. */
  readonly dueAt: Instant | null;
  readonly overdue: boolean;
};

/** As many past decisions as a person takes in at a glance. */
export const SIMILAR_MAX = 5;

/** The records that spoke for a category when the record was decided, the nearest first. */
export function neighboursIn(trace: Trace | null) {
  const step = trace &&
    machineSteps(trace).findLast((one) => one.kind === "examples_recalled");
  return (step?.neighbours ?? [])
    .toSorted((a, b) => b.similarity - a.similarity || b.count - a.count)
    .slice(0, SIMILAR_MAX);
}

/** What spoke for a candidate besides what was alike. */
export function reasonOf(
  { source, categoryId }: Candidate,
  trace: Trace | null,
  ruleNames: ReadonlyMap<RuleId, string>,
): CandidateReason {
  const steps: readonly Step[] = trace ? machineSteps(trace) : [];
  const tried = steps.find((step) => step.kind === "rules_tried");
  const answered = steps.findLast((step) => step.kind === "model_answered");
  const id = source === "rule" ? tried?.matched ?? null : null;
  return {
    rule: id === null ? null : { id, name: ruleNames.get(id) ?? id },
    rationale: answered?.category_id === categoryId ? answered.rationale : null,
  };
}
