import type {
  ConnectionId,
  ReceiptId,
  RecordId,
  TenantId,
} from "../kernel/ids.ts";
import type { Instant } from "../kernel/instant.ts";
import { canonicalJson } from "../kernel/json.ts";
import { sha256 } from "../kernel/sha256.ts";
import { chunks } from "./chunks.ts";
import type { Fact } from "./fact.ts";
import type { QuietType } from "./quiet_type.ts";
import { isArchivedOrBack, isOtherContext } from "./relearning.ts";
import { type Job, NOTICES_PER_JOB_MAX, type Task } from "./job.ts";
import { pullOf, refreshOf, type Work } from "./work.ts";

/** Into how many parts a batch goes that nothing could process as a whole: 500 records are singled out in three steps. */
const PARTS = 10;

/** A job that follows from facts; not before `dueAt`, where that is given. */
export type Reaction = Job & { readonly dueAt?: Instant };

/**
 * Which work follows which facts: the whole choreography on one page. Many facts become few jobs.
 * `seq` is the number of the first fact in the log, so that the same work asked for twice is two jobs.
 */
export function reactionsTo(
  tenantId: TenantId,
  seq: number,
  facts: readonly Fact[],
): readonly Reaction[] {
  const toProcess: RecordId[] = [];
  const toEmbed: RecordId[] = [];
  const payloadsOf = new Set<ConnectionId>();
  const toRemove: ReceiptId[] = [];
  const toTell: number[] = [];
  const works: Work[] = [];
  let learns = false;
  // A switch, where the rest of the core matches patterns: it runs for each event, while the tenant's head is held.
  for (const [place, fact] of facts.entries()) {
    switch (fact.type) {
      case "INGESTED":
      case "REPROCESS_REQUESTED":
        toProcess.push(fact.payload.record_id);
        break;
      case "TX_APPROVED":
      case "TX_OVERRIDDEN":
      case "RECORD_UPDATED":
        toEmbed.push(fact.payload.record_id);
        break;
      case "RECEIPT_REMOVED":
        toRemove.push(fact.payload.receipt_id);
        break;
      case "DELIVERY_RECEIVED":
      case "DELIVERY_RETRIED": {
        const { delivery_id: deliveryId, records } = fact.payload;
        works.push({ task: { kind: "ingest_delivery", deliveryId, records } });
        break;
      }
      case "PAYLOADS_RECEIVED":
      case "PAYLOADS_REPLAYED":
      case "CONNECTION_RESUMED":
        payloadsOf.add(fact.payload.connection_id);
        break;
      case "REMAP_REQUESTED": {
        const { connection_id: connectionId, number } = fact.payload;
        works.push({ task: { kind: "remap_payloads", connectionId, number } });
        break;
      }
      case "PULL_REQUESTED":
      case "PULL_CONTINUED": {
        const { payload } = fact;
        const dueAt = "due_at" in payload ? payload.due_at : null;
        works.push(pullOf(payload.connection_id, payload.run, dueAt));
        break;
      }
      case "PULL_ENDED": {
        const { connection_id, next } = fact.payload;
        if (next) works.push(pullOf(connection_id, next.run, next.due_at));
        break;
      }
      case "IMPORT_RECEIVED":
        works.push({
          task: { kind: "import_file", importId: fact.payload.import_id },
        });
        break;
      case "IMPORT_DEFERRED": {
        const { import_id: importId, due_at: dueAt } = fact.payload;
        works.push({ task: { kind: "import_file", importId }, dueAt });
        break;
      }
      case "RULES_BACKTEST_REQUESTED": {
        const { backtest_id: backtestId } = fact.payload;
        works.push({ task: { kind: "backtest_rules", backtestId } });
        break;
      }
      case "PERSONAL_DATA_ERASED": {
        const { reason, record_ids = [] } = fact.payload;
        if (reason === "member") {
          works.push({ task: { kind: "withdraw_reports", erased: "member" } });
        }
        for (const erased of chunks(new Set(record_ids))) {
          works.push({ task: { kind: "withdraw_reports", erased } });
        }
        break;
      }
      case "REPORT_REQUESTED":
      case "REPORT_FORMATS_REQUESTED": {
        const { report_id: reportId } = fact.payload;
        works.push({ task: { kind: "generate_report", reportId } });
        break;
      }
      case "REPORT_SCHEDULE_CREATED":
      case "REPORT_SCHEDULE_UPDATED":
      case "REPORT_SCHEDULE_RAN": {
        const { schedule_id: scheduleId, run, due_at: dueAt } = fact.payload;
        if (dueAt === null) break;
        const kind = "start_scheduled_report";
        works.push({ task: { kind, scheduleId, run }, dueAt });
        break;
      }
      case "RULE_RUN_STARTED":
        works.push({
          task: { kind: "apply_rules", runId: fact.payload.run_id },
        });
        break;
      case "RULE_RUN_UNDO_REQUESTED":
        works.push({
          task: { kind: "undo_rules", runId: fact.payload.run_id },
        });
        break;
      case "RECORDS_ERASURE_REQUESTED": {
        const { record_ids, external_ids: externalIds } = fact.payload;
        for (const recordIds of chunks(new Set(record_ids))) {
          works.push({
            task: { kind: "erase_records", recordIds, externalIds },
          });
        }
        break;
      }
      case "MEMBER_ERASURE_REQUESTED": {
        const { member_id: memberId } = fact.payload;
        works.push({ task: { kind: "erase_member", memberId } });
        break;
      }
      case "TENANT_ERASURE_REQUESTED":
        works.push({ task: { kind: "erase_tenant" } });
        break;
      case "LEARNING_REQUESTED":
        learns = true;
        break;
      case "EXAMPLES_LEARNED":
      case "REVIEWS_REFRESHED":
        works.push(...refreshOf(fact.payload));
        break;
      case "CATEGORY_UPDATED":
        learns ||= isArchivedOrBack(fact.payload);
        break;
      case "TENANT_UPDATED":
        learns ||= isOtherContext(fact.payload);
        break;
      case "REEMBEDDING_STARTED":
        works.push({
          task: { kind: "reembed_texts", embedder: fact.payload.to },
        });
        break;
      case "JOB_SPLIT": {
        const { task } = fact.payload;
        const size = Math.ceil(task.recordIds.length / PARTS);
        for (const recordIds of chunks(new Set(task.recordIds), size)) {
          works.push({ task: asSuspect({ ...task, recordIds }) });
        }
        break;
      }
      case "JOB_REPLAYED": {
        const { task, due_at } = fact.payload;
        works.push({
          task: asSuspect(task),
          ...due_at !== null && { dueAt: due_at },
        });
        break;
      }
      case "JOB_DEAD_LETTERED":
        // Notices that fail are not told by more of them.
        if (fact.payload.queue === "notifications:deliver") break;
        toTell.push(seq + place);
        break;
      case "IMPORT_FAILED":
      case "CONNECTION_DEGRADED":
      case "CONNECTION_RESTORED":
      case "LIMIT_NEAR":
      case "LIMIT_REACHED":
      case "SUBSCRIPTION_CHANGED":
      case "REPORT_GENERATED":
      case "RULE_FLAGGED":
      case "REVIEW_QUEUE_OLD":
      case "ENDPOINT_DISABLED":
      case "ENDPOINT_TEST_REQUESTED":
        toTell.push(seq + place);
        break;
      default:
        fact satisfies { type: QuietType };
    }
  }
  // Before processing, so that what arrives together with an answer can learn from it.
  for (const recordIds of chunks(new Set(toEmbed))) {
    works.push({ task: { kind: "embed_examples", recordIds } });
  }
  for (const recordIds of chunks(new Set(toProcess))) {
    works.push({ task: { kind: "process_records", recordIds } });
  }
  for (const connectionId of payloadsOf) {
    works.push({ task: { kind: "ingest_payloads", connectionId } });
  }
  for (const receiptIds of chunks(new Set(toRemove))) {
    works.push({ task: { kind: "remove_receipts", receiptIds } });
  }
  for (const seqs of chunks(new Set(toTell), NOTICES_PER_JOB_MAX)) {
    works.push({ task: { kind: "raise_notices", seqs } });
  }
  if (learns) works.push({ task: { kind: "learn_examples" } });
  return works.map((work) => ({
    id: `${work.task.kind}-${
      sha256(canonicalJson([tenantId, seq, work.task])).slice(0, 32)
    }`,
    tenantId,
    ...work,
  }));
}

/** A task that failed is not done together with others, which it could spoil. */
function asSuspect(task: Task): Task {
  return task.kind === "process_records" ? { ...task, alone: true } : task;
}
