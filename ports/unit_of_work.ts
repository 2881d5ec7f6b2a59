import type { Connection } from "../src/integrations/connection.ts";
import type { ConnectionHealth } from "../src/integrations/health.ts";
import type { Mapping } from "../src/integrations/mapping.ts";
import type { PullState } from "../src/integrations/pull_state.ts";
import type { Outage } from "../src/events/attempt_job.ts";
import type { Result } from "../src/kernel/result.ts";
import type { CsvMapping } from "../src/imports/csv_mapping.ts";
import type { FileImport } from "../src/imports/file_import.ts";
import type { ReportSchedule } from "../src/reports/report_schedule.ts";
import type { Backtest } from "../src/rules/history/backtest.ts";
import type { RuleDismissal } from "../src/rules/dismissal.ts";
import type { RuleOverrides } from "../src/rules/rule_overrides.ts";
import type { RuleRun } from "../src/rules/history/run.ts";
import type { Permit } from "../src/tenancy/access.ts";
import type { ApiKey } from "../src/tenancy/api_key.ts";
import type { ExternalMember } from "../src/tenancy/external_member.ts";
import type { ExternalOrganisation } from "../src/tenancy/external_organisation.ts";
import type { Invitation } from "../src/tenancy/invitation.ts";
import type { Member } from "../src/tenancy/member.ts";
import type { Tenant } from "../src/tenancy/tenant.ts";
import type { Endpoint } from "../src/notifications/endpoint.ts";
import type { NotificationSettings } from "../src/notifications/notification_settings.ts";
import type { NoticePreferences } from "../src/notifications/preference.ts";
import type { BillingAccount } from "../src/billing/billing_account.ts";
import type { ReviewQueue } from "../src/approvals/review_queue.ts";
import type { ApprovalHistory } from "./approval_history.ts";
import type { Approvals } from "./approvals.ts";
import type { BillingEvents } from "./billing_events.ts";
import type { Categories } from "./categories.ts";
import type { Decisions } from "./decisions.ts";
import type { Deliveries } from "./deliveries.ts";
import type { EndedSessions } from "./ended_sessions.ts";
import type { ConnectionSecrets } from "./connection_secrets.ts";
import type { EventLog } from "./event_log.ts";
import type { Examples } from "./examples.ts";
import type { ImportRemarks } from "./import_remarks.ts";
import type { Inbox } from "./inbox.ts";
import type { Jobs } from "./jobs.ts";
import type { ModelAnswers } from "./model_answers.ts";
import type { ModelSpend } from "./model_spend.ts";
import type { NoticeDeliveries } from "./notice_deliveries.ts";
import type { Notices } from "./notices.ts";
import type { Outcomes } from "./outcomes.ts";
import type { Payloads } from "./payloads.ts";
import type { PendingRecords } from "./pending_records.ts";
import type { PersonalData } from "./personal_data.ts";
import type { QualityFigures } from "./quality_figures.ts";
import type { RecordConflicts } from "./record_conflicts.ts";
import type { RecordVersions } from "./record_versions.ts";
import type { Receipts } from "./receipts.ts";
import type { Records } from "./records.ts";
import type { ReportFigures } from "./report_figures.ts";
import type { ReportRows } from "./report_rows.ts";
import type { Reports } from "./reports.ts";
import type { Retention } from "./retention.ts";
import type { ReviewWork } from "./review_work.ts";
import type { Rules } from "./rules.ts";
import type { RuleDiffs } from "./rule_diffs.ts";
import type { LastKeyUses } from "./key_uses.ts";
import type { Learning } from "./learning.ts";
import type { PagedStore, Store } from "./store.ts";
import type { TenantErasure } from "./tenant_erasure.ts";
import type { TextVectors } from "./text_vectors.ts";
import type { TimeFigures } from "./time_figures.ts";
import type { Usage, UsageReports } from "./usage.ts";

/** How often a unit of work is tried before it gives up. */
export const ATTEMPTS_MAX = 12;

/** A unit of work met someone else's changes on every one of its attempts; nothing of it was kept. */
export class RacesLost extends Error implements Outage {
  override readonly name = "RacesLost";
  readonly outage = true;

  /** `cause` is what the last attempt met. */
  constructor(cause: unknown) {
    super(`a unit of work lost ${ATTEMPTS_MAX} races`, { cause });
  }
}

/** The storage cannot be reached, or ended in the middle of a unit of work, of which nothing was kept: later it may go well. */
export class StorageDown extends Error implements Outage {
  override readonly name = "StorageDown";
  readonly outage = true;
  /** What the storage or the network said, such as `57P01` or `ECONNREFUSED`. */
  readonly code: string;

  constructor(code: string, cause: unknown) {
    super(`the storage is down: ${code}`, { cause });
    this.code = code;
  }
}

/** Runs one transaction inside one tenant. There is no other way to reach stored data. */
export interface UnitOfWork {
  /**
   * Commits when `work` returns ok; undoes everything when it fails or throws.
   * `work` runs again after a lost race, so it touches nothing but `tx`; after 12 of them `RacesLost` is thrown,
   * and `StorageDown` where the storage cannot be reached.
   */
  run<R extends Result<unknown, unknown>>(
    permit: Permit,
    work: (tx: Tx) => Promise<R>,
  ): Promise<R>;
}

/** The permitted tenant's stores, all in one transaction. No method takes a tenant id. */
export interface Tx {
  readonly tenants: Store<Tenant>;
  readonly members: Store<Member>;
  readonly apiKeys: Store<ApiKey>;
  /** One at most. */
  readonly externalOrganisations: Store<ExternalOrganisation>;
  readonly externalMembers: Store<ExternalMember>;
  readonly invitations: Store<Invitation>;
  readonly endedSessions: EndedSessions;
  readonly apiKeyUses: LastKeyUses;
  readonly connections: Store<Connection>;
  readonly connectionHealth: Store<ConnectionHealth>;
  readonly pullStates: Store<PullState>;
  readonly mappings: Store<Mapping>;
  readonly payloads: Payloads;
  readonly categories: Categories;
  readonly rules: Rules;
  readonly backtests: PagedStore<Backtest>;
  readonly runs: PagedStore<RuleRun>;
  readonly ruleDiffs: RuleDiffs;
  readonly ruleOverrides: Store<RuleOverrides>;
  readonly ruleDismissals: Store<RuleDismissal>;
  readonly records: Records;
  readonly recordVersions: RecordVersions;
  readonly pendingRecords: PendingRecords;
  readonly recordConflicts: RecordConflicts;
  readonly deliveries: Deliveries;
  readonly examples: Examples;
  readonly modelSpend: ModelSpend;
  readonly modelAnswers: ModelAnswers;
  readonly learning: Learning;
  readonly outcomes: Outcomes;
  readonly quality: QualityFigures;
  readonly textVectors: TextVectors;
  readonly approvals: Approvals;
  readonly reviewWork: ReviewWork;
  readonly decisions: Decisions;
  readonly approvalHistory: ApprovalHistory;
  readonly reviewQueues: Store<ReviewQueue>;
  readonly events: EventLog;
  readonly inbox: Inbox;
  readonly jobs: Jobs;
  readonly connectionSecrets: ConnectionSecrets;
  readonly imports: PagedStore<FileImport>;
  readonly importRemarks: ImportRemarks;
  readonly csvMappings: PagedStore<CsvMapping>;
  readonly receipts: Receipts;
  readonly endpoints: Store<Endpoint>;
  readonly noticePreferences: Store<NoticePreferences>;
  /** One at most. */
  readonly notificationSettings: Store<NotificationSettings>;
  readonly notices: Notices;
  readonly noticeDeliveries: NoticeDeliveries;
  /** One of each payment provider at most. */
  readonly billingAccounts: Store<BillingAccount>;
  readonly billingEvents: BillingEvents;
  readonly usage: Usage;
  readonly usageReports: UsageReports;
  readonly reports: Reports;
  readonly reportSchedules: Store<ReportSchedule>;
  readonly reportFigures: ReportFigures;
  readonly reportRows: ReportRows;
  readonly timeFigures: TimeFigures;
  readonly personalData: PersonalData;
  readonly retention: Retention;
  readonly tenantErasure: TenantErasure;
}
