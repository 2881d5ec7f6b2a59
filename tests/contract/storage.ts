import type { Directory } from "../../ports/directory.ts";
import type { KeyUses } from "../../ports/key_uses.ts";
import type { JobFeed } from "../../ports/job_feed.ts";
import type { UnitOfWork } from "../../ports/unit_of_work.ts";
import { approvalCases } from "./storage_approvals.ts";
import { billingCases } from "./storage_billing.ts";
import { usageCases } from "./storage_usage.ts";
import { connectionSecretCases } from "./storage_connection_secrets.ts";
import { receiptCases } from "./storage_receipts.ts";
import { payloadCases } from "./storage_payloads.ts";
import { claimCases } from "./storage_claims.ts";
import { decisionCases } from "./storage_decisions.ts";
import { entityCases } from "./storage_entities.ts";
import { eventFeedCases } from "./storage_event_feeds.ts";
import { eventCases } from "./storage_events.ts";
import { exampleCases } from "./storage_examples.ts";
import { externalCases } from "./storage_external.ts";
import { deadLetterCases } from "./storage_dead_letters.ts";
import { importCases } from "./storage_imports.ts";
import { jobFeedCases } from "./storage_job_feed.ts";
import { jobCases } from "./storage_jobs.ts";
import { modelAnswerCases } from "./storage_model_answers.ts";
import { modelSpendCases } from "./storage_model_spend.ts";
import { keyUseCases } from "./storage_key_uses.ts";
import { learningCases } from "./storage_learning.ts";
import { nearestCases } from "./storage_nearest.ts";
import { needsCases } from "./storage_needs.ts";
import { notificationCases } from "./storage_notifications.ts";
import { outcomeCases } from "./storage_outcomes.ts";
import { qualityCases } from "./storage_quality.ts";
import { recordCases } from "./storage_records.ts";
import { reportFilterCases } from "./storage_report_filters.ts";
import { reportCases } from "./storage_reports.ts";
import { recordListCases } from "./storage_record_lists.ts";
import { revisionCases } from "./storage_revisions.ts";
import { reviewWorkCases } from "./storage_review_work.ts";
import { ruleCases } from "./storage_rules.ts";
import { ruleDiffCases } from "./storage_rule_diffs.ts";
import { ruleHistoryCases } from "./storage_rule_history.ts";
import { ruleWorkCases } from "./storage_rule_work.ts";
import { textVectorCases } from "./storage_text_vectors.ts";
import { signInCases } from "./storage_sign_ins.ts";
import { tenancyCases } from "./storage_tenancy.ts";
import { unitOfWorkCases } from "./storage_unit_of_work.ts";

/** What a storage adapter gives. Every case makes tenants of its own, so subjects may share a database. */
export interface Subject {
  readonly uow: UnitOfWork;
  /** Nobody else takes jobs from it while the suite runs. */
  readonly feed: JobFeed;
  readonly directory: Directory;
  readonly keyUses: KeyUses;
  close(): Promise<void>;
}

/** One promise of the ports, and what shows that it is kept. */
export type Case = (
  promise: string,
  body: (subject: Subject) => Promise<void>,
) => void;

/**
 * What every storage adapter promises. One test, so that the subject opens once and the leak checks
 * hold from its opening to its close; one step for each promise.
 */
export function storageContract(
  name: string,
  open: () => Promise<Subject>,
): void {
  const cases: [string, (subject: Subject) => Promise<void>][] = [];
  const test: Case = (promise, body) => void cases.push([promise, body]);
  unitOfWorkCases(test);
  entityCases(test);
  signInCases(test);
  tenancyCases(test);
  externalCases(test);
  recordCases(test);
  recordListCases(test);
  revisionCases(test);
  needsCases(test);
  ruleCases(test);
  ruleHistoryCases(test);
  ruleWorkCases(test);
  ruleDiffCases(test);
  exampleCases(test);
  nearestCases(test);
  modelSpendCases(test);
  modelAnswerCases(test);
  learningCases(test);
  outcomeCases(test);
  qualityCases(test);
  textVectorCases(test);
  connectionSecretCases(test);
  payloadCases(test);
  receiptCases(test);
  reportCases(test);
  reportFilterCases(test);
  importCases(test);
  notificationCases(test);
  eventFeedCases(test);
  billingCases(test);
  usageCases(test);
  keyUseCases(test);
  approvalCases(test);
  reviewWorkCases(test);
  decisionCases(test);
  eventCases(test);
  claimCases(test);
  jobCases(test);
  jobFeedCases(test);
  deadLetterCases(test);

  Deno.test(`${name} storage`, async (t) => {
    const subject = await open();
    try {
      for (const [promise, body] of cases) {
        await t.step({
          name: promise,
          fn: () => body(subject),
          // A pool opens a connection when it needs one and keeps it: the whole test answers for that.
          sanitizeOps: false,
          sanitizeResources: false,
        });
      }
    } finally {
      await subject.close();
    }
  });
}
