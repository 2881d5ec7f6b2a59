import { match, P } from "ts-pattern";
import type { RecordId, TenantId } from "../kernel/ids.ts";
import type { Instant } from "../kernel/instant.ts";
import { canonicalJson } from "../kernel/json.ts";
import { sha256 } from "../kernel/sha256.ts";
import type { Fact } from "./fact.ts";
import { type Job, RECORDS_PER_JOB_MAX, type Task } from "./job.ts";

/** Into how many parts a batch goes that nothing could process as a whole: 500 records are singled out in three steps. */
const PARTS = 10;

/** A job that follows from facts; not before `dueAt`, where that is given. */
export type Reaction = Job & { readonly dueAt?: Instant };

type Work = { readonly task: Task; readonly dueAt?: Instant };

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
  const works: Work[] = [];
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
        ({ payload: { delivery_id, records } }) =>
          void works.push({
            task: { kind: "ingest_delivery", deliveryId: delivery_id, records },
          }),
      )
      .with({ type: "JOB_SPLIT" }, ({ payload: { task } }) => {
        const size = Math.ceil(task.recordIds.length / PARTS);
        for (const recordIds of chunks(new Set(task.recordIds), size)) {
          works.push({ task: asSuspect({ ...task, recordIds }) });
        }
      })
      .with({ type: "JOB_REPLAYED" }, ({ payload: { task, due_at } }) => {
        works.push({
          task: asSuspect(task),
          ...due_at !== null && { dueAt: due_at },
        });
      })
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
    works.push({ task: { kind: "embed_examples", recordIds } });
  }
  for (const recordIds of chunks(new Set(toProcess))) {
    works.push({ task: { kind: "process_records", recordIds } });
  }
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

function* chunks(
  distinct: ReadonlySet<RecordId>,
  size = RECORDS_PER_JOB_MAX,
): Generator<readonly RecordId[]> {
  const ids = [...distinct];
  for (let i = 0; i < ids.length; i += size) yield ids.slice(i, i + size);
}
