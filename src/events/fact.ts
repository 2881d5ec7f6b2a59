import type {
  ApiKeyId,
  ApprovalId,
  BacktestId,
  CategoryId,
  ConflictId,
  ConnectionId,
  DeadLetterId,
  DeliveryId,
  InvitationId,
  MemberId,
  ReceiptId,
  RecordId,
  RuleId,
  RunId,
  SuggestionId,
} from "../kernel/ids.ts";
import type { ImportFact } from "../imports/import_fact.ts";
import type { Instant } from "../kernel/instant.ts";
import type { JsonObject } from "../kernel/json.ts";
import type { RetentionKind } from "../privacy/retention.ts";
import type { MachineSource } from "../processing/proposal_outcome.ts";
import type { ModelCost, Outcome, Source } from "../processing/trace.ts";
import type { ApprovalFact } from "./approval_fact.ts";
import type { BillingFact } from "./billing_fact.ts";
import type { ConnectionFact } from "./connection_fact.ts";
import type { Change, Is } from "./fact_form.ts";
import type { ConflictVerdict } from "../records/record.ts";
import type { BatchTask, Task } from "./job.ts";
import type { NotificationFact } from "./notification_fact.ts";
import type { ReportFact } from "./report_fact.ts";

type Trouble = { error_class: string; reason: string };

/** Something that happened, as the event log tells it: the payload is the public JSON. */
export type Fact =
  | Is<"TENANT_CREATED", { name: string }>
  | Is<"TENANT_UPDATED", Change>
  | Is<"TENANT_ERASURE_REQUESTED", Record<string, never>>
  | Is<"TENANT_ERASED", { rows: number }>
  | Is<
    "RECORDS_ERASURE_REQUESTED",
    { record_ids: RecordId[]; external_ids: boolean }
  >
  | Is<"MEMBER_ERASURE_REQUESTED", { member_id: MemberId }>
  | Is<
    "PERSONAL_DATA_ERASED",
    {
      /** Whose data, as an id. */
      subject_id: string;
      reason: string;
      /** The events whose content went, from first to last, ascending. */
      seqs: [number, number][];
      /** Of records: which ones, and whether their external ids went too. */
      record_ids?: RecordId[];
      external_ids?: boolean;
      /** How many rows lost a text, by table. */
      rows?: { [table: string]: number };
    }
  >
  | Is<
    "RETENTION_APPLIED",
    { kind: RetentionKind; before: Instant; removed: number }
  >
  | Is<"MEMBER_ADDED", { member_id: MemberId; role: string }>
  | Is<"MEMBER_UPDATED", { member_id: MemberId; last_owner?: true } & Change>
  | Is<"MEMBER_REMOVED", { member_id: MemberId; last_owner?: true }>
  | Is<"ORGANISATION_LINKED", { organisation: string }>
  | Is<"ORGANISATION_ENDED", { organisation: string }>
  | Is<"INVITATION_CREATED", { invitation_id: InvitationId; role: string }>
  | Is<
    "INVITATION_ACCEPTED",
    { invitation_id: InvitationId; member_id: MemberId; role: string }
  >
  | Is<"INVITATION_REVOKED", { invitation_id: InvitationId }>
  | Is<"SESSIONS_REVOKED", { member_id: MemberId }>
  | Is<"API_KEY_CREATED", { api_key_id: ApiKeyId; role: string }>
  | Is<"API_KEY_ROTATED", { api_key_id: ApiKeyId; replaced_by: ApiKeyId }>
  | Is<"API_KEY_REVOKED", { api_key_id: ApiKeyId }>
  | ConnectionFact
  | Is<"CATEGORY_CREATED", { category_id: CategoryId; name: string }>
  | Is<"CATEGORY_UPDATED", { category_id: CategoryId } & Change>
  | Is<"LEARNING_REQUESTED", { examples: number }>
  | Is<"EXAMPLES_LEARNED", { version: number; examples: number }>
  | Is<
    "RULE_CREATED",
    { rule_id: RuleId; ruleset_version: number; after: JsonObject }
  >
  | Is<
    "RULE_UPDATED",
    { rule_id: RuleId; ruleset_version: number } & Change
  >
  | Is<
    "RULE_REMOVED",
    { rule_id: RuleId; ruleset_version: number; before: JsonObject }
  >
  | Is<
    "RULES_REORDERED",
    { ruleset_version: number; before: RuleId[]; after: RuleId[] }
  >
  | Is<
    "RULE_FLAGGED",
    { rule_id: RuleId; rule_version: number; overridden: number; hits: number }
  >
  | Is<"RULE_SUGGESTION_DISMISSED", { suggestion_id: SuggestionId }>
  | Is<
    "RULES_BACKTEST_REQUESTED",
    { backtest_id: BacktestId; ruleset_version: number }
  >
  | ReportFact
  | Is<
    "RULES_ACTIVATED",
    { backtest_id: BacktestId; ruleset_version: number; run_id: RunId | null }
  >
  | Is<
    "RULE_RUN_STARTED",
    {
      run_id: RunId;
      rule_id: RuleId | null;
      backtest_id: BacktestId | null;
      ruleset_version: number;
    }
  >
  | Is<"RULE_RUN_APPLIED", { run_id: RunId; changed: number; left: number }>
  | Is<"RULE_RUN_UNDO_REQUESTED", { run_id: RunId }>
  | Is<"RULE_RUN_UNDONE", { run_id: RunId; restored: number; kept: number }>
  | Is<"DELIVERY_RECEIVED", { delivery_id: DeliveryId; records: number }>
  | ImportFact
  | Is<"DELIVERY_RETRIED", { delivery_id: DeliveryId; records: number }>
  | Is<
    "INGESTED",
    { record_id: RecordId; connection_id: ConnectionId; external_id: string }
  >
  | Is<
    "RECORD_CONFLICTED",
    {
      record_id: RecordId;
      conflict_id: ConflictId;
      external_id: string;
      /** The identity fields that do not agree, where a connector's version was kept aside for that. */
      differs?: string[];
    }
  >
  | Is<
    "RECORD_CONFLICT_RESOLVED",
    {
      record_id: RecordId;
      conflict_id: ConflictId;
      verdict: ConflictVerdict;
      /** The record that was made of the version; left out where none was. */
      made_record_id?: RecordId;
    }
  >
  | Is<
    "PROCESSED",
    {
      record_id: RecordId;
      outcome: Outcome;
      category_id: CategoryId | null;
      source: Source | null;
      confidence: number;
      /** What a model was paid for this decision; left out where none was. */
      model?: ModelCost;
    }
  >
  | BillingFact
  | NotificationFact
  | Is<"REPROCESS_REQUESTED", { record_id: RecordId }>
  | Is<"RECORD_UPDATED", { record_id: RecordId; run_id?: RunId } & Change>
  | Is<
    "TX_APPROVED",
    {
      record_id: RecordId;
      approval_id: ApprovalId | null;
      category_id: CategoryId;
    }
  >
  | Is<
    "TX_OVERRIDDEN",
    { record_id: RecordId; approval_id: ApprovalId | null } & Change
  >
  | Is<"TX_REJECTED", { record_id: RecordId; approval_id: ApprovalId }>
  | ApprovalFact
  | Is<
    "PRECISION_DROPPED",
    {
      source: MachineSource;
      target: number;
      audited: number;
      wrong: number;
      since: Instant;
    }
  >
  | Is<"RECEIPT_ADDED", { receipt_id: ReceiptId; source: string }>
  | Is<"RECEIPT_ATTACHED", { receipt_id: ReceiptId; record_id: RecordId }>
  | Is<"RECEIPT_DETACHED", { receipt_id: ReceiptId; record_id: RecordId }>
  | Is<"RECEIPT_UPDATED", { receipt_id: ReceiptId; fields: string[] }>
  | Is<"RECEIPT_REMOVED", { receipt_id: ReceiptId }>
  | Is<"REEMBEDDING_STARTED", { from: string; to: string }>
  | Is<"EMBEDDER_CHANGED", { from: string; to: string }>
  | Is<"JOB_SPLIT", { job_id: string; task: BatchTask } & Trouble>
  | Is<
    "JOB_DEAD_LETTERED",
    & {
      dead_letter_id: DeadLetterId;
      job_id: string;
      queue: string;
      attempts: number;
      records: number;
    }
    & Trouble
  >
  | Is<
    "JOB_REPLAYED",
    {
      dead_letter_id: DeadLetterId;
      job_id: string;
      queue: string;
      records: number;
      task: Task;
      due_at: Instant | null;
    }
  >;

export type EventType = Fact["type"];
