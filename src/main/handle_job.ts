import { match } from "ts-pattern";
import type { Deps } from "../../ports/deps.ts";
import type { Job } from "../events/job.ts";
import type { Failure } from "../kernel/failure.ts";
import type { Result } from "../kernel/result.ts";
import { syncBilling } from "../billing/use_cases/sync_billing.ts";
import { openJobScope } from "../events/use_cases/open_job_scope.ts";
import { deliverNotices } from "../notifications/use_cases/deliver_notices.ts";
import { pushEvents } from "../notifications/use_cases/push_events.ts";
import { raiseNotices } from "../notifications/use_cases/raise_notices.ts";
import { eraseMember } from "../privacy/use_cases/erase_member.ts";
import { eraseRecords } from "../privacy/use_cases/erase_records.ts";
import { eraseTenant } from "../privacy/use_cases/erase_tenant.ts";
import { importFile } from "../imports/use_cases/import_file.ts";
import { embedExamples } from "../processing/use_cases/embed_examples.ts";
import { learnExamples } from "../processing/use_cases/learn_examples.ts";
import {
  type Processed,
  processRecords,
} from "../processing/use_cases/process_records.ts";
import { refreshReviews } from "../processing/use_cases/refresh_reviews.ts";
import { reembedTexts } from "../processing/use_cases/reembed_texts.ts";
import { applyRun } from "../rules/use_cases/apply_run.ts";
import { backtestRules } from "../rules/use_cases/backtest_rules.ts";
import { generateReport } from "../reports/use_cases/generate_report.ts";
import { startScheduledReport } from "../reports/use_cases/start_scheduled_report.ts";
import { withdrawReports } from "../reports/use_cases/withdraw_reports.ts";
import { undoRun } from "../rules/use_cases/undo_run.ts";
import { ingestPayloads } from "../integrations/use_cases/ingest_payloads.ts";
import { pullConnection } from "../integrations/use_cases/pull_connection.ts";
import { remapPayloads } from "../integrations/use_cases/remap_payloads.ts";
import { removeReceipts } from "../receipts/use_cases/remove_receipts.ts";
import { ingestDelivery } from "../records/use_cases/ingest_delivery.ts";

/** Does whatever a job asks for, in the name of its tenant; tells what was done by a job that decides. `attempts`: which try it is, from 1. */
export function handleJob(
  deps: Deps,
): (job: Job, attempts?: number) => Promise<Result<Processed | null, Failure>> {
  return (job, attempts = 1) => {
    const scope = openJobScope(job);
    const { id } = job;
    return match(job.task)
      .returnType<Promise<Result<Processed | null, Failure>>>()
      .with(
        { kind: "process_records" },
        ({ recordIds, alone = attempts > 1 }) =>
          processRecords(deps, scope, { id, recordIds, alone }),
      )
      .with(
        { kind: "embed_examples" },
        ({ recordIds }) => embedExamples(deps, scope, { id, recordIds }),
      )
      .with(
        { kind: "reembed_texts" },
        ({ embedder }) => reembedTexts(deps, scope, { id, embedder }),
      )
      .with(
        { kind: "ingest_delivery" },
        async ({ deliveryId, records }) =>
          await ingestDelivery(deps, scope, { id, deliveryId, records }),
      )
      .with(
        { kind: "ingest_payloads" },
        ({ connectionId }) => ingestPayloads(deps, scope, { id, connectionId }),
      )
      .with(
        { kind: "remap_payloads" },
        ({ connectionId, number }) =>
          remapPayloads(deps, scope, { id, connectionId, number }),
      )
      .with(
        { kind: "pull_connection" },
        ({ connectionId, run }) =>
          pullConnection(deps, scope, { id, connectionId, run }),
      )
      .with(
        { kind: "import_file" },
        async ({ importId }) => await importFile(deps, scope, { id, importId }),
      )
      .with(
        { kind: "backtest_rules" },
        async ({ backtestId }) =>
          await backtestRules(deps, scope, { id, backtestId }),
      )
      .with(
        { kind: "apply_rules" },
        async ({ runId }) => await applyRun(deps, scope, { id, runId }),
      )
      .with(
        { kind: "undo_rules" },
        async ({ runId }) => await undoRun(deps, scope, { id, runId }),
      )
      .with(
        { kind: "generate_report" },
        async ({ reportId }) =>
          await generateReport(deps, scope, { id, reportId }),
      )
      .with(
        { kind: "start_scheduled_report" },
        async ({ scheduleId, run }) =>
          await startScheduledReport(deps, scope, { id, scheduleId, run }),
      )
      .with(
        { kind: "withdraw_reports" },
        async ({ erased }) =>
          await withdrawReports(deps, scope, { id, erased }),
      )
      .with(
        { kind: "learn_examples" },
        async () => await learnExamples(deps, scope, { id }),
      )
      .with(
        { kind: "refresh_reviews" },
        async ({ version, after }) =>
          await refreshReviews(deps, scope, { id, version, after }),
      )
      .with(
        { kind: "erase_records" },
        async ({ recordIds, externalIds }) =>
          await eraseRecords(deps, scope, { id, recordIds, externalIds }),
      )
      .with(
        { kind: "erase_member" },
        async ({ memberId }) =>
          await eraseMember(deps, scope, { id, memberId }),
      )
      .with(
        { kind: "erase_tenant" },
        async () => await eraseTenant(deps, scope, { id }),
      )
      .with(
        { kind: "remove_receipts" },
        async ({ receiptIds }) =>
          await removeReceipts(deps, scope, { id, receiptIds }),
      )
      .with(
        { kind: "raise_notices" },
        async ({ seqs }) => await raiseNotices(deps, scope, { id, seqs }),
      )
      .with(
        { kind: "deliver_notices" },
        async ({ deliveryIds }) =>
          await deliverNotices(deps, scope, { id, deliveryIds }),
      )
      .with(
        { kind: "push_events" },
        ({ endpointId }) => pushEvents(deps, scope, { id, endpointId }),
      )
      .with(
        { kind: "sync_billing" },
        async () => await syncBilling(deps, scope, { id }),
      )
      .exhaustive();
  };
}
