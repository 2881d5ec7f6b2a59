import type { Reaction } from "../../src/events/reactions.ts";
import type { Permit } from "../../src/tenancy/access.ts";
import type { ApiKey } from "../../src/tenancy/api_key.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Tx } from "../../ports/unit_of_work.ts";
import { approvalHistory } from "./approval_history.ts";
import { approvals } from "./approvals.ts";
import { decisions } from "./decisions.ts";
import { reviewWork } from "./review_work.ts";
import { billingEvents } from "./billing_events.ts";
import { categories } from "./categories.ts";
import { billingAccounts, type Customers } from "./customers.ts";
import { entities, inTurn } from "./entities.ts";
import { events } from "./events.ts";
import { type ExternalLinks, externalStores } from "./external_links.ts";
import { examples } from "./examples.ts";
import { importRemarks } from "./import_remarks.ts";
import { inbox } from "./inbox.ts";
import { jobs } from "./jobs.ts";
import type { Journal } from "./journal.ts";
import { modelAnswers } from "./model_answers.ts";
import { modelSpend } from "./model_spend.ts";
import { lastKeyUses } from "./key_uses.ts";
import { learning } from "./learning.ts";
import { noticeDeliveries } from "./notice_deliveries.ts";
import { notices } from "./notices.ts";
import { outcomes } from "./outcomes.ts";
import type { Outbox } from "./outbox.ts";
import { payloads } from "./payloads.ts";
import { personalData } from "./personal_data.ts";
import { qualityFigures } from "./quality_figures.ts";
import { pendingRecords } from "./pending_records.ts";
import { recordConflicts } from "./record_conflicts.ts";
import { recordVersions } from "./record_versions.ts";
import { receipts } from "./receipts.ts";
import { records } from "./records.ts";
import { reportFigures } from "./report_figures.ts";
import { reportRows } from "./report_rows.ts";
import { reports } from "./reports.ts";
import { retention } from "./retention.ts";
import { ruleDiffs } from "./rule_diffs.ts";
import { rules } from "./rules.ts";
import type { Shelf } from "./shelf.ts";
import { tenantErasure } from "./tenant_erasure.ts";
import { connectionSecrets } from "./connection_secrets.ts";
import { endedSessions, type SignInsWatch } from "./sign_ins.ts";
import { textVectors } from "./text_vectors.ts";
import { timeFigures } from "./time_figures.ts";
import { unique } from "./unique.ts";
import { usage } from "./usage.ts";
import { usageReports } from "./usage_reports.ts";

/** What of a unit reaches beyond its tenant. */
interface Beyond {
  readonly outbox: Outbox;
  /** Told of each key written. */
  readonly onKey: (key: ApiKey) => void;
  readonly links: ExternalLinks;
  readonly signIns: SignInsWatch;
  readonly customers: Customers;
}

/** A tenant's stores in one unit; `flush` writes the log at its end and tells the jobs that follow. */
export function openTx(
  shelf: Shelf,
  permit: Permit,
  world: { readonly clock: Clock; readonly salt: () => string },
  journal: Journal,
  { outbox, onKey, links, signIns, customers }: Beyond,
): { readonly tx: Tx; flush(): readonly Reaction[] } {
  const { log, flush } = events(shelf, permit, world, journal);
  const tx: Tx = {
    tenants: entities(shelf.tenants, journal),
    members: entities(
      shelf.members,
      journal,
      inTurn(
        unique(
          "one member of an e-mail address",
          shelf.memberEmails,
          ({ email, removedAt }) => removedAt === null ? email : null,
          journal,
        ),
        (_, member) => signIns.onMember(member),
      ),
    ),
    apiKeys: entities(shelf.apiKeys, journal, (_, key) => onKey(key)),
    ...externalStores(shelf, permit.tenantId, journal, links),
    invitations: entities(
      shelf.invitations,
      journal,
      (_, invitation) => signIns.onInvitation(invitation),
    ),
    endedSessions: endedSessions(shelf, journal, signIns),
    apiKeyUses: lastKeyUses(shelf),
    connections: entities(
      shelf.connections,
      journal,
      unique(
        "one default connection",
        shelf.connectionDefault,
        ({ isDefault }) => isDefault ? "default" : null,
        journal,
      ),
    ),
    connectionHealth: entities(shelf.connectionHealth, journal),
    pullStates: entities(shelf.pullStates, journal),
    mappings: entities(shelf.mappings, journal),
    payloads: payloads(shelf, journal),
    categories: categories(shelf, journal),
    rules: rules(shelf, journal),
    backtests: entities(shelf.backtests, journal),
    runs: entities(shelf.runs, journal),
    ruleDiffs: ruleDiffs(shelf, journal),
    ruleOverrides: entities(shelf.ruleOverrides, journal),
    ruleDismissals: entities(shelf.ruleDismissals, journal),
    records: records(shelf, journal),
    recordVersions: recordVersions(shelf, journal),
    pendingRecords: pendingRecords(shelf, journal),
    recordConflicts: recordConflicts(shelf, journal),
    deliveries: entities(shelf.deliveries, journal),
    examples: examples(shelf, journal),
    modelSpend: modelSpend(shelf, journal),
    modelAnswers: modelAnswers(shelf, journal),
    learning: learning(shelf, journal),
    outcomes: outcomes(shelf, journal),
    quality: qualityFigures(shelf),
    textVectors: textVectors(shelf, journal),
    approvals: approvals(shelf, journal),
    reviewWork: reviewWork(shelf, journal),
    decisions: decisions(shelf, journal),
    approvalHistory: approvalHistory(shelf, journal),
    reviewQueues: entities(shelf.reviewQueues, journal),
    events: log,
    inbox: inbox(shelf, world.clock, journal),
    jobs: jobs(shelf, outbox, permit.tenantId, world.clock, journal),
    connectionSecrets: connectionSecrets(shelf, journal),
    imports: entities(shelf.imports, journal),
    importRemarks: importRemarks(shelf, journal),
    csvMappings: entities(shelf.csvMappings, journal),
    receipts: receipts(shelf, journal),
    endpoints: entities(shelf.endpoints, journal),
    noticePreferences: entities(shelf.noticePreferences, journal),
    notificationSettings: entities(shelf.notificationSettings, journal),
    notices: notices(shelf, journal),
    noticeDeliveries: noticeDeliveries(shelf, journal),
    billingAccounts: billingAccounts(
      shelf,
      permit.tenantId,
      journal,
      customers,
    ),
    billingEvents: billingEvents(shelf, journal),
    usage: usage(shelf, journal),
    usageReports: usageReports(shelf, journal),
    reports: reports(shelf, journal),
    reportSchedules: entities(shelf.reportSchedules, journal),
    reportFigures: reportFigures(shelf),
    reportRows: reportRows(shelf),
    timeFigures: timeFigures(shelf),
    personalData: personalData(shelf, journal),
    retention: retention(shelf, journal),
    tenantErasure: tenantErasure(shelf, outbox, permit.tenantId, journal),
  };
  return { tx, flush };
}
