import type { Clock } from "../../ports/clock.ts";
import type { Tx } from "../../ports/unit_of_work.ts";
import type { Permit } from "../../src/tenancy/access.ts";
import { postgresApprovalHistory } from "./approval_history.ts";
import { postgresApprovals } from "./approvals.ts";
import { BILLING_ACCOUNT_COLUMNS } from "./billing_columns.ts";
import { postgresBillingEvents } from "./billing_events.ts";
import { postgresCategories } from "./categories.ts";
import type { Transaction } from "./connect.ts";
import { postgresDecisions } from "./decisions.ts";
import { postgresDeliveries } from "./deliveries.ts";
import {
  API_KEY_COLUMNS,
  BACKTEST_COLUMNS,
  CONNECTION_COLUMNS,
  CSV_MAPPING_COLUMNS,
  DISMISSAL_COLUMNS,
  EXTERNAL_MEMBER_COLUMNS,
  EXTERNAL_ORGANISATION_COLUMNS,
  FILE_IMPORT_COLUMNS,
  HEALTH_COLUMNS,
  INVITATION_COLUMNS,
  MAPPING_COLUMNS,
  MEMBER_COLUMNS,
  OVERRIDES_COLUMNS,
  PULL_STATE_COLUMNS,
  RUN_COLUMNS,
  TENANT_COLUMNS,
} from "./entities.ts";
import { postgresEndedSessions } from "./ended_sessions.ts";
import { postgresEventLog } from "./event_log.ts";
import { postgresExamples } from "./examples.ts";
import { postgresInbox } from "./inbox.ts";
import { postgresJobs } from "./jobs.ts";
import { postgresModelAnswers } from "./model_answers.ts";
import { postgresModelSpend } from "./model_spend.ts";
import { postgresNoticeDeliveries } from "./notice_deliveries.ts";
import { postgresNotices } from "./notices.ts";
import {
  ENDPOINT_COLUMNS,
  NOTICE_PREFERENCES_COLUMNS,
  NOTIFICATION_SETTINGS_COLUMNS,
} from "./notification_columns.ts";
import { postgresOutcomes } from "./outcomes.ts";
import { postgresConnectionSecrets } from "./connection_secrets.ts";
import { postgresPayloads } from "./payloads.ts";
import { postgresImportRemarks } from "./import_remarks.ts";
import { postgresPersonalData } from "./personal_data.ts";
import { postgresQualityFigures } from "./quality_figures.ts";
import { postgresPendingRecords } from "./pending_records.ts";
import { postgresRecordConflicts } from "./record_conflicts.ts";
import { postgresRecordVersions } from "./record_versions.ts";
import { postgresReceipts } from "./receipts.ts";
import { postgresRecords } from "./records.ts";
import { postgresReportFigures } from "./report_figures.ts";
import { postgresReportRows } from "./report_rows.ts";
import { REPORT_SCHEDULE_COLUMNS } from "./report_columns.ts";
import { postgresReports } from "./reports.ts";
import { postgresRetention } from "./retention.ts";
import { REVIEW_QUEUE_COLUMNS } from "./review_view.ts";
import { postgresReviewWork } from "./review_work.ts";
import { postgresTenantErasure } from "./tenant_erasure.ts";
import type { LearnedCache } from "./learned_cache.ts";
import { postgresLastKeyUses } from "./key_uses.ts";
import { postgresLearning } from "./learning.ts";
import { rowStore } from "./row_store.ts";
import type { RuleCache } from "./rule_cache.ts";
import { postgresRuleDiffs } from "./rule_diffs.ts";
import { postgresRules } from "./rules.ts";
import { postgresTextVectors } from "./text_vectors.ts";
import { postgresTimeFigures } from "./time_figures.ts";
import { postgresUsage } from "./usage.ts";
import { postgresUsageReports } from "./usage_reports.ts";
import type { VectorSearch } from "./vector_search.ts";

export interface TxOptions {
  readonly clock: Clock;
  /** 32 hexadecimal digits that nobody can guess, others at each call. */
  readonly salt: () => string;
  readonly search: VectorSearch;
  readonly ruleCache: RuleCache;
  readonly learnedCache: LearnedCache;
}

/** The stores of one transaction; `flush` writes the log at its end and tells how many jobs follow. */
export function openTx(
  sql: Transaction,
  permit: Permit,
  { clock, salt, search, ruleCache, learnedCache }: TxOptions,
): { readonly tx: Tx; flush(): Promise<number> } {
  const { log, flush } = postgresEventLog(sql, permit, { clock, salt });
  const tx: Tx = {
    tenants: rowStore(sql, "tenants", TENANT_COLUMNS),
    members: rowStore(sql, "members", MEMBER_COLUMNS),
    apiKeys: rowStore(sql, "api_keys", API_KEY_COLUMNS),
    externalOrganisations: rowStore(
      sql,
      "external_organisations",
      EXTERNAL_ORGANISATION_COLUMNS,
    ),
    externalMembers: rowStore(sql, "external_members", EXTERNAL_MEMBER_COLUMNS),
    invitations: rowStore(sql, "invitations", INVITATION_COLUMNS),
    endedSessions: postgresEndedSessions(sql),
    apiKeyUses: postgresLastKeyUses(sql),
    connections: rowStore(sql, "connections", CONNECTION_COLUMNS),
    connectionHealth: rowStore(sql, "connection_health", HEALTH_COLUMNS),
    pullStates: rowStore(sql, "pull_states", PULL_STATE_COLUMNS),
    mappings: rowStore(sql, "mappings", MAPPING_COLUMNS),
    payloads: postgresPayloads(sql),
    categories: postgresCategories(sql),
    rules: postgresRules(sql, permit, ruleCache),
    backtests: rowStore(sql, "rule_backtests", BACKTEST_COLUMNS),
    runs: rowStore(sql, "rule_runs", RUN_COLUMNS),
    ruleDiffs: postgresRuleDiffs(sql),
    ruleOverrides: rowStore(sql, "rule_overrides", OVERRIDES_COLUMNS),
    ruleDismissals: rowStore(sql, "rule_dismissals", DISMISSAL_COLUMNS),
    records: postgresRecords(sql),
    recordVersions: postgresRecordVersions(sql),
    pendingRecords: postgresPendingRecords(sql),
    recordConflicts: postgresRecordConflicts(sql),
    deliveries: postgresDeliveries(sql),
    examples: postgresExamples(sql, search),
    modelSpend: postgresModelSpend(sql),
    modelAnswers: postgresModelAnswers(sql),
    learning: postgresLearning(sql, permit.tenantId, learnedCache),
    outcomes: postgresOutcomes(sql),
    quality: postgresQualityFigures(sql),
    textVectors: postgresTextVectors(sql),
    approvals: postgresApprovals(sql),
    reviewWork: postgresReviewWork(sql),
    decisions: postgresDecisions(sql),
    approvalHistory: postgresApprovalHistory(sql),
    reviewQueues: rowStore(sql, "review_queues", REVIEW_QUEUE_COLUMNS),
    events: log,
    inbox: postgresInbox(sql, clock),
    jobs: postgresJobs(sql, clock),
    connectionSecrets: postgresConnectionSecrets(sql),
    imports: rowStore(sql, "imports", FILE_IMPORT_COLUMNS),
    importRemarks: postgresImportRemarks(sql),
    csvMappings: rowStore(sql, "csv_mappings", CSV_MAPPING_COLUMNS),
    receipts: postgresReceipts(sql),
    endpoints: rowStore(sql, "notification_endpoints", ENDPOINT_COLUMNS),
    noticePreferences: rowStore(
      sql,
      "notification_preferences",
      NOTICE_PREFERENCES_COLUMNS,
    ),
    notificationSettings: rowStore(
      sql,
      "notification_settings",
      NOTIFICATION_SETTINGS_COLUMNS,
    ),
    notices: postgresNotices(sql),
    noticeDeliveries: postgresNoticeDeliveries(sql),
    billingAccounts: rowStore(
      sql,
      "billing_accounts",
      BILLING_ACCOUNT_COLUMNS,
    ),
    billingEvents: postgresBillingEvents(sql),
    usage: postgresUsage(sql),
    usageReports: postgresUsageReports(sql),
    reports: postgresReports(sql),
    reportSchedules: rowStore(
      sql,
      "report_schedules",
      REPORT_SCHEDULE_COLUMNS,
    ),
    reportFigures: postgresReportFigures(sql),
    reportRows: postgresReportRows(sql),
    timeFigures: postgresTimeFigures(sql),
    personalData: postgresPersonalData(sql),
    retention: postgresRetention(sql),
    tenantErasure: postgresTenantErasure(sql),
  };
  return { tx, flush };
}
