import type {
  ApprovalId,
  DecisionId,
  MemberId,
  QueueId,
  RecordId,
} from "../kernel/ids.ts";
import type { JsonObject } from "../kernel/json.ts";
import type { Change, Is } from "./fact_form.ts";

/** What happens to approvals besides being decided, and to review queues. */
export type ApprovalFact =
  /** A member said what it is, and a second one is to agree. */
  | Is<
    "VERDICT_GIVEN",
    { record_id: RecordId; approval_id: ApprovalId; decision_id: DecisionId }
  >
  /** `before` and `after` are the record's; null where it had not been changed yet. */
  | Is<
    "DECISION_UNDONE",
    {
      record_id: RecordId;
      approval_id: ApprovalId;
      decision_id: DecisionId;
      before: JsonObject | null;
      after: JsonObject | null;
    }
  >
  | Is<
    "APPROVALS_ASSIGNED",
    { approval_ids: ApprovalId[]; member_id: MemberId | null }
  >
  /** `next_after`: a next batch begins after this one; null: it was the last. */
  | Is<
    "REVIEWS_REFRESHED",
    {
      version: number;
      moved: number;
      next_after: ApprovalId | null;
    }
  >
  | Is<"REVIEW_QUEUE_CREATED", { queue_id: QueueId; after: JsonObject }>
  | Is<"REVIEW_QUEUE_UPDATED", { queue_id: QueueId } & Change>
  | Is<"REVIEW_QUEUE_REMOVED", { queue_id: QueueId }>
  | Is<"REVIEW_QUEUES_REORDERED", { queue_ids: QueueId[] }>;
