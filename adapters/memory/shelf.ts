import type { SealedSecret } from "../../src/integrations/sealed_secret.ts";
import type { Approval } from "../../src/approvals/approval.ts";
import type { Decision, DecisionItem } from "../../src/approvals/decision.ts";
import type { HistoryEntry } from "../../src/approvals/history_entry.ts";
import type { ReviewQueue } from "../../src/approvals/review_queue.ts";
import type { BillingAccount } from "../../src/billing/billing_account.ts";
import type { BillingEvent } from "../../src/billing/billing_event.ts";
import type { UsageReport } from "../../src/billing/usage.ts";
import type { Category } from "../../src/categories/category.ts";
import type { DeadLetter } from "../../src/events/dead_letter.ts";
import type { RecordedEvent } from "../../src/events/event.ts";
import type { Connection } from "../../src/integrations/connection.ts";
import type { ConnectionHealth } from "../../src/integrations/health.ts";
import type { Mapping } from "../../src/integrations/mapping.ts";
import type { Payload } from "../../src/integrations/payload.ts";
import type { PullState } from "../../src/integrations/pull_state.ts";
import type {
  ApiKeyId,
  ApprovalId,
  CategoryId,
  ConnectionId,
  RecordId,
  RuleId,
} from "../../src/kernel/ids.ts";
import type { Instant } from "../../src/kernel/instant.ts";
import type { Json } from "../../src/kernel/json.ts";
import type { CsvMapping } from "../../src/imports/csv_mapping.ts";
import type {
  FileImport,
  ImportRemark,
} from "../../src/imports/file_import.ts";
import type { Endpoint } from "../../src/notifications/endpoint.ts";
import type { Notice } from "../../src/notifications/notice.ts";
import type { NoticeDelivery } from "../../src/notifications/notice_delivery.ts";
import type { NotificationSettings } from "../../src/notifications/notification_settings.ts";
import type { NoticePreferences } from "../../src/notifications/preference.ts";
import type { Example } from "../../src/processing/example.ts";
import type { KeptAnswer } from "../../src/processing/model/kept_answer.ts";
import type { Learned } from "../../src/processing/learning/learned.ts";
import type {
  MachineSource,
  ProposalOutcome,
} from "../../src/processing/proposal_outcome.ts";
import type { SourceTrust } from "../../src/processing/quality/trust.ts";
import type { EmbeddersInUse } from "../../src/processing/embedders_in_use.ts";
import { TextIndex } from "../../src/processing/text_index.ts";
import type { Delivery } from "../../src/records/delivery.ts";
import type { Receipt } from "../../src/receipts/receipt.ts";
import type { Report } from "../../src/reports/report.ts";
import type { ReportSchedule } from "../../src/reports/report_schedule.ts";
import type { CompanyRecord, Conflict } from "../../src/records/record.ts";
import type { Backtest } from "../../src/rules/history/backtest.ts";
import type { RuleDismissal } from "../../src/rules/dismissal.ts";
import type { RecordDiff } from "../../src/rules/history/plan.ts";
import type { RuleOverrides } from "../../src/rules/rule_overrides.ts";
import type { RuleRun } from "../../src/rules/history/run.ts";
import type { RuleSet, RuleStatistics } from "../../src/rules/rule.ts";
import type { ApiKey } from "../../src/tenancy/api_key.ts";
import type { ExternalMember } from "../../src/tenancy/external_member.ts";
import type { ExternalOrganisation } from "../../src/tenancy/external_organisation.ts";
import type { Invitation } from "../../src/tenancy/invitation.ts";
import type { Member } from "../../src/tenancy/member.ts";
import type { Tenant } from "../../src/tenancy/tenant.ts";
import type { Alias } from "../../ports/record_versions.ts";
import type { RecordPast } from "../../ports/records.ts";
import type { CallRow, MonthRow } from "./model_spend.ts";
import type { UsageRow } from "./usage.ts";

/** A record and what else is kept of it. */
export interface RecordRow extends RecordPast {
  readonly record: CompanyRecord;
}

/** A category that was turned down for a text, by what was said of one record. */
export interface HeldRejection {
  readonly categoryId: CategoryId;
  readonly recordId: RecordId;
  readonly at: Instant;
}

/** The vectors of one embedder. */
export interface TextVectorsHeld {
  readonly byText: Map<string, Float32Array>;
  readonly index: TextIndex;
}

export function emptyVectors(): TextVectorsHeld {
  return { byText: new Map(), index: new TextIndex() };
}

/** All that one tenant has. Values are immutable; the maps and lists change in place, through a journal. */
export function emptyShelf() {
  return {
    /** Ends when the latest unit of work does. */
    turn: Promise.resolve(),
    tenants: new Map<string, Tenant>(),
    members: new Map<string, Member>(),
    memberEmails: new Map<string, string>(),
    connectionSecrets: new Map<string, SealedSecret>(),
    receipts: new Map<string, Receipt>(),
    /** The receipt with that SHA-256. */
    receiptContents: new Map<string, string>(),
    invitations: new Map<string, Invitation>(),
    /** When each would have expired. */
    endedSessions: new Map<string, Instant>(),
    apiKeys: new Map<string, ApiKey>(),
    externalOrganisations: new Map<string, ExternalOrganisation>(),
    externalMembers: new Map<string, ExternalMember>(),
    /** Written beside units of work. */
    apiKeyUses: new Map<ApiKeyId, Instant>(),
    connections: new Map<string, Connection>(),
    connectionDefault: new Map<string, string>(),
    connectionHealth: new Map<string, ConnectionHealth>(),
    pullStates: new Map<string, PullState>(),
    mappings: new Map<string, Mapping>(),
    payloads: new Map<string, Payload>(),
    payloadKeys: new Map<string, string>(),
    categories: new Map<string, Category>(),
    categoryNames: new Map<string, string>(),
    deliveries: new Map<string, Delivery>(),
    ruleSets: new Map<number, RuleSet>([[0, { version: 0, rules: [] }]]),
    ruleSetTimes: new Map<number, Instant>(),
    ruleHits: new Map<RuleId, RuleStatistics>(),
    imports: new Map<string, FileImport>(),
    importRemarks: new Map<string, readonly ImportRemark[]>(),
    csvMappings: new Map<string, CsvMapping>(),
    backtests: new Map<string, Backtest>(),
    runs: new Map<string, RuleRun>(),
    ruleDiffs: new Map<string, ReadonlyMap<RecordId, RecordDiff>>(),
    ruleOverrides: new Map<string, RuleOverrides>(),
    ruleDismissals: new Map<string, RuleDismissal>(),
    records: new Map<RecordId, RecordRow>(),
    recordOrder: [] as RecordId[],
    recordByExternalId: new Map<string, RecordId>(),
    conflicts: new Map<string, Conflict>(),
    aliases: new Map<string, Alias>(),
    pending: new Map<RecordId, ConnectionId>(),
    examples: new Map<RecordId, Example>(),
    examplesByKey: new Map<string, Example[]>(),
    /** As people decided them. */
    exampleOrder: [] as Example[],
    learned: new Map<"only", Learned>(),
    learningClaims: new Map<"only", Instant>(),
    /** By text. */
    rejections: new Map<string, readonly HeldRejection[]>(),
    vectors: new Map<string, TextVectorsHeld>(),
    embeddersInUse: new Map<"one", EmbeddersInUse>(),
    modelCalls: new Map<string, CallRow>(),
    modelMonths: new Map<string, MonthRow>(),
    modelAnswers: new Map<string, KeptAnswer>(),
    outcomes: new Map<RecordId, ProposalOutcome>(),
    sourceTrust: new Map<MachineSource, SourceTrust>(),
    approvals: new Map<string, Approval>(),
    approvalOrder: {
      waiting: [] as ApprovalId[],
      decided: [] as ApprovalId[],
      withdrawn: [] as ApprovalId[],
    },
    approvalWaiting: new Map<RecordId, ApprovalId>(),
    approvalHistory: new Map<string, HistoryEntry>(),
    decisions: new Map<string, Decision>(),
    /** By decision and approval. */
    decisionItems: new Map<string, DecisionItem>(),
    reviewQueues: new Map<string, ReviewQueue>(),
    events: [] as RecordedEvent[],
    inbox: new Map<
      string,
      { fingerprint: string; answer: Json; claimedAt: Instant }
    >(),
    endpoints: new Map<string, Endpoint>(),
    noticePreferences: new Map<string, NoticePreferences>(),
    notificationSettings: new Map<string, NotificationSettings>(),
    notices: new Map<string, Notice>(),
    noticeOccurrences: new Map<string, string>(),
    noticeDeliveries: new Map<string, NoticeDelivery>(),
    noticeDigests: new Map<string, string>(),
    billingAccounts: new Map<string, BillingAccount>(),
    /** The account at that provider. */
    billingProviders: new Map<string, string>(),
    billingEvents: new Map<
      string,
      BillingEvent & { readonly receivedAt: Instant }
    >(),
    usageMonths: new Map<string, UsageRow>(),
    usageReports: new Map<string, UsageReport>(),
    deadLetters: new Map<string, DeadLetter>(),
    reports: new Map<string, Report>(),
    reportSchedules: new Map<string, ReportSchedule>(),
  };
}

export type Shelf = ReturnType<typeof emptyShelf>;
