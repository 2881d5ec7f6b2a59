import { match, P } from "ts-pattern";
import type { RecordId, TenantId } from "../kernel/ids.ts";
import { canonicalJson } from "../kernel/json.ts";
import { sha256 } from "../kernel/sha256.ts";
import type { Fact } from "./fact.ts";
import { type Job, RECORDS_PER_JOB_MAX, type Task } from "./job.ts";

/**
 * Which work follows which facts: the whole choreography on one page. Many facts become few jobs.
 * `seq` is the number of the first fact in the log, so that the same work asked for twice is two jobs.
 */
export function reactionsTo(
  tenantId: TenantId,
  seq: number,
  facts: readonly Fact[],
): readonly Job[] {
  const toProcess: RecordId[] = [];
  const toEmbed: RecordId[] = [];
  const tasks: Task[] = [];
  for (const fact of facts) {
    match(fact)
      .with(
        { type: P.union("INGESTED", "REPROCESS_REQUESTED") },
        ({ payload }) => void toProcess.push(payload.record_id),
      )
      .with(
        { type: P.union("TX_APPROVED", "TX_OVERRIDDEN", "RECORD_UPDATED") },
        ({ payload }) => void toEmbed.push(payload.record_id),
      )
      .with(
        { type: P.union("DELIVERY_RECEIVED", "DELIVERY_RETRIED") },
        ({ payload }) =>
          void tasks.push({
            kind: "ingest_delivery",
            deliveryId: payload.delivery_id,
          }),
      )
      .with({
        type: P.union(
          "TENANT_CREATED",
          "TENANT_UPDATED",
          "MEMBER_ADDED",
          "MEMBER_UPDATED",
          "MEMBER_REMOVED",
          "API_KEY_CREATED",
          "API_KEY_REVOKED",
          "CONNECTION_CREATED",
          "CATEGORY_CREATED",
          "CATEGORY_UPDATED",
          "RULE_CREATED",
          "RULE_UPDATED",
          "RULE_REMOVED",
          "RULES_REORDERED",
          "RECORD_CONFLICTED",
          "PROCESSED",
          "TX_REJECTED",
          "JOB_DEAD_LETTERED",
        ),
      }, () => {})
      .exhaustive();
  }
  // Before processing, so that what arrives together with an answer can learn from it.
  for (const recordIds of chunks(new Set(toEmbed))) {
    tasks.push({ kind: "embed_examples", recordIds });
  }
  for (const recordIds of chunks(new Set(toProcess))) {
    tasks.push({ kind: "process_records", recordIds });
  }
  return tasks.map((task) => ({
    id: `${task.kind}-${
      sha256(canonicalJson([tenantId, seq, task])).slice(0, 32)
    }`,
    tenantId,
    task,
  }));
}

function* chunks(
  distinct: ReadonlySet<RecordId>,
): Generator<readonly RecordId[]> {
  const ids = [...distinct];
  for (let i = 0; i < ids.length; i += RECORDS_PER_JOB_MAX) {
    yield ids.slice(i, i + RECORDS_PER_JOB_MAX);
  }
}
