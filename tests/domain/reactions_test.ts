import assert from "node:assert/strict";
import type { Fact } from "../../src/events/fact.ts";
import { jobSchema, queueOf } from "../../src/events/job.ts";
import { reactionsTo } from "../../src/events/reactions.ts";
import {
  approved,
  ids,
  ingested,
  POOL,
  processed,
  TENANT,
} from "../support/many_facts.ts";

const delivered = (): Fact => ({
  type: "DELIVERY_RECEIVED",
  payload: { delivery_id: ids.next("dlv"), records: 1 },
});

Deno.test("reactionsTo() cuts at 500 exactly", () => {
  const sizes = (n: number) =>
    reactionsTo(TENANT, 1, POOL.slice(0, n).map(ingested))
      .map(({ task }) => "recordIds" in task ? task.recordIds.length : 0);
  assert.deepEqual(sizes(0), []);
  assert.deepEqual(sizes(500), [500]);
  assert.deepEqual(sizes(501), [500, 1]);
  assert.deepEqual(sizes(1200), [500, 500, 200]);
});

Deno.test("reactionsTo() makes one job of each delivery, and embeds before it processes", () => {
  const [one, two] = [delivered(), delivered()];
  const jobs = reactionsTo(TENANT, 7, [
    ingested(POOL[0]!),
    one,
    approved(POOL[1]!),
    two,
  ]);
  assert.deepEqual(jobs.map(({ task }) => task), [
    { kind: "ingest_delivery", deliveryId: idOf(one), records: 1 },
    { kind: "ingest_delivery", deliveryId: idOf(two), records: 1 },
    { kind: "embed_examples", recordIds: [POOL[1]] },
    { kind: "process_records", recordIds: [POOL[0]] },
  ]);
  assert.deepEqual(jobs.map(({ task }) => queueOf(task)), [
    "records:ingest",
    "records:ingest",
    "records:process",
    "records:process",
  ]);
});

Deno.test("reactionsTo() parts a split batch in ten, which cover it, and sends a replayed task again when it is due", () => {
  const task = {
    kind: "process_records",
    recordIds: POOL.slice(0, 95),
  } as const;
  const trouble = { error_class: "TypeError", reason: "TypeError was thrown" };
  const job_id = `process_records-${"0".repeat(32)}`;
  const parts = reactionsTo(TENANT, 3, [
    { type: "JOB_SPLIT", payload: { job_id, task, ...trouble } },
  ]);
  const idsOf = parts.map(({ task }) =>
    "recordIds" in task ? task.recordIds : []
  );
  assert.deepEqual(idsOf.map(({ length }) => length), [
    ...Array(9).fill(10),
    5,
  ]);
  assert.deepEqual(idsOf.flat(), task.recordIds);
  const replayed = (due_at: `${string}Z` | null): Fact => ({
    type: "JOB_REPLAYED",
    payload: {
      dead_letter_id: ids.next("dlt"),
      job_id,
      queue: "records:process",
      records: 95,
      task,
      due_at,
    },
  });
  const dueAt = "2026-03-01T00:00:00.000Z";
  const again = reactionsTo(TENANT, 4, [replayed(null), replayed(dueAt)]);
  assert.deepEqual(again.map((job) => [job.task, job.dueAt]), [
    [{ ...task, alone: true }, undefined],
    [{ ...task, alone: true }, dueAt],
  ]);
});

Deno.test("reactionsTo() has texts embedded anew once another embedder is to serve, and nothing when it does", () => {
  const payload = { from: "old@1", to: "next@1" };
  const jobs = reactionsTo(TENANT, 5, [
    { type: "REEMBEDDING_STARTED", payload },
    { type: "EMBEDDER_CHANGED", payload },
  ]);
  assert.deepEqual(jobs.map(({ task }) => task), [
    { kind: "reembed_texts", embedder: "next@1" },
  ]);
  assert.equal(queueOf(jobs[0]!.task), "reports:generate");
  assert(jobSchema.safeParse(jobs[0]).success);
});

Deno.test("reactionsTo() gives the same work the same id, and later or other tenants' work another", () => {
  const given = [ingested(POOL[0]!)];
  const id = (...[tenant, seq]: [typeof TENANT, number]) =>
    reactionsTo(tenant, seq, given)[0]!.id;
  assert.equal(id(TENANT, 1), id(TENANT, 1));
  assert.notEqual(id(TENANT, 1), id(TENANT, 2));
  assert.notEqual(id(TENANT, 1), id(ids.next("ten"), 1));
});

Deno.test("reactionsTo() asks for nothing after facts that no work follows", () => {
  assert.deepEqual(reactionsTo(TENANT, 1, POOL.map(processed)), []);
});

function idOf(fact: Fact): unknown {
  return (fact.payload as { delivery_id: unknown }).delivery_id;
}
