import { z } from "zod";
import {
  type ApprovalId,
  type BacktestId,
  type ConnectionId,
  type DeliveryId,
  type EndpointId,
  type ImportId,
  isId,
  type MemberId,
  type NoticeDeliveryId,
  type ReceiptId,
  type RecordId,
  type ReportId,
  type ReportScheduleId,
  type RunId,
  type TenantId,
} from "../kernel/ids.ts";

/** Most records that one job carries. */
export const RECORDS_PER_JOB_MAX = 500;

/** Most events whose notices, or deliveries of notices, that one job carries. */
export const NOTICES_PER_JOB_MAX = 50;

const recordIds = z.array(
  z.custom<RecordId>((value) => isId("rec", String(value))),
).min(1).max(RECORDS_PER_JOB_MAX).readonly();

/** Work for later. Carries ids and counts only: a handler reads the rest afresh. */
export const taskSchema = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("process_records"),
    recordIds,
    /** One of them may be what nothing can process: never done together with another job's. */
    alone: z.literal(true).exactOptional(),
  }),
  z.strictObject({
    kind: z.literal("embed_examples"),
    recordIds,
  }),
  z.strictObject({
    kind: z.literal("reembed_texts"),
    embedder: z.string().min(1),
  }),
  z.strictObject({
    kind: z.literal("ingest_delivery"),
    deliveryId: z.custom<DeliveryId>((v) => isId("dlv", String(v))),
    /** How many records it holds. */
    records: z.int().min(0).default(0),
  }),
  z.strictObject({
    kind: z.literal("ingest_payloads"),
    connectionId: z.custom<ConnectionId>((v) => isId("con", String(v))),
  }),
  z.strictObject({
    kind: z.literal("remap_payloads"),
    connectionId: z.custom<ConnectionId>((v) => isId("con", String(v))),
    /** The mapping's number. */
    number: z.int().min(0),
  }),
  z.strictObject({
    kind: z.literal("pull_connection"),
    connectionId: z.custom<ConnectionId>((v) => isId("con", String(v))),
    /** The number of the pull: a later one makes it do nothing. */
    run: z.int().min(1),
  }),
  z.strictObject({
    kind: z.literal("import_file"),
    importId: z.custom<ImportId>((v) => isId("imp", String(v))),
  }),
  z.strictObject({
    kind: z.literal("backtest_rules"),
    backtestId: z.custom<BacktestId>((v) => isId("bkt", String(v))),
  }),
  z.strictObject({
    kind: z.literal("apply_rules"),
    runId: z.custom<RunId>((v) => isId("run", String(v))),
  }),
  z.strictObject({
    kind: z.literal("undo_rules"),
    runId: z.custom<RunId>((v) => isId("run", String(v))),
  }),
  z.strictObject({
    kind: z.literal("generate_report"),
    reportId: z.custom<ReportId>((v) => isId("rpt", String(v))),
  }),
  z.strictObject({
    kind: z.literal("start_scheduled_report"),
    scheduleId: z.custom<ReportScheduleId>((v) => isId("rps", String(v))),
    /** The number of the run: a later one makes it do nothing. */
    run: z.int().min(1),
  }),
  z.strictObject({
    kind: z.literal("withdraw_reports"),
    /** Whose texts went: those of these records, or the name of a member. */
    erased: z.union([recordIds, z.literal("member")]),
  }),
  z.strictObject({ kind: z.literal("learn_examples") }),
  z.strictObject({
    kind: z.literal("refresh_reviews"),
    /** Of what was learned: a later one makes it do nothing. */
    version: z.int().min(1),
    /** Where the batch before ended; null: it is the first. */
    after: z.custom<ApprovalId>((v) => isId("apr", String(v))).nullable(),
  }),
  z.strictObject({ kind: z.literal("sync_billing") }),
  z.strictObject({
    kind: z.literal("erase_records"),
    recordIds,
    /** Their external ids go too. */
    externalIds: z.boolean(),
  }),
  z.strictObject({
    kind: z.literal("erase_member"),
    memberId: z.custom<MemberId>((v) => isId("usr", String(v))),
  }),
  z.strictObject({ kind: z.literal("erase_tenant") }),
  z.strictObject({
    kind: z.literal("remove_receipts"),
    receiptIds: z.array(
      z.custom<ReceiptId>((value) => isId("rcp", String(value))),
    ).min(1).max(RECORDS_PER_JOB_MAX).readonly(),
  }),
  z.strictObject({
    kind: z.literal("raise_notices"),
    /** The numbers of the events that may call for a notice. */
    seqs: z.array(z.int().min(1)).min(1).max(NOTICES_PER_JOB_MAX).readonly(),
  }),
  z.strictObject({
    kind: z.literal("deliver_notices"),
    deliveryIds: z.array(
      z.custom<NoticeDeliveryId>((v) => isId("ntd", String(v))),
    ).min(1).max(NOTICES_PER_JOB_MAX).readonly(),
  }),
  z.strictObject({
    kind: z.literal("push_events"),
    endpointId: z.custom<EndpointId>((v) => isId("nep", String(v))),
  }),
]);
export type Task = z.infer<typeof taskSchema>;

/** A task that a part of its records can be done without the others. */
export type BatchTask = Extract<Task, { readonly recordIds: unknown }>;

export const QUEUES = [
  "records:ingest",
  "records:process",
  "reports:generate",
  "integrations:pull",
  "notifications:deliver",
  "billing:sync",
] as const;
export type QueueName = typeof QUEUES[number];

/** W3C Trace Context, version 00; all-zero ids are invalid there. */
export const TRACEPARENT =
  /^00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}$/;

/** A task in a tenant's name. `id` is `<kind>-<hash>`: the same work has the same id. */
export const jobSchema = z.strictObject({
  id: z.string().regex(/^[a-z_]+-[0-9a-f]{32}$/),
  tenantId: z.custom<TenantId>((v) => isId("ten", String(v))),
  task: taskSchema,
  /** The trace of the request that caused it, where one is known. */
  traceparent: z.string().regex(TRACEPARENT).optional(),
});
export type Job = z.infer<typeof jobSchema>;

const QUEUE_OF: Readonly<Record<Task["kind"], QueueName>> = {
  process_records: "records:process",
  embed_examples: "records:process",
  ingest_delivery: "records:ingest",
  ingest_payloads: "records:ingest",
  remap_payloads: "records:ingest",
  pull_connection: "integrations:pull",
  import_file: "records:ingest",
  backtest_rules: "reports:generate",
  apply_rules: "reports:generate",
  undo_rules: "reports:generate",
  generate_report: "reports:generate",
  withdraw_reports: "reports:generate",
  start_scheduled_report: "reports:generate",
  learn_examples: "reports:generate",
  refresh_reviews: "reports:generate",
  reembed_texts: "reports:generate",
  erase_records: "records:process",
  erase_member: "records:process",
  erase_tenant: "reports:generate",
  remove_receipts: "reports:generate",
  raise_notices: "notifications:deliver",
  deliver_notices: "notifications:deliver",
  push_events: "notifications:deliver",
  sync_billing: "billing:sync",
};

/** The queue that carries a task. */
export function queueOf(task: Task): QueueName {
  return QUEUE_OF[task.kind];
}

/** Lower goes first among the jobs that wait in one queue: what people taught is learned before more is decided. */
export function priorityOf(task: Task): number {
  return task.kind === "process_records" ? 2 : 1;
}

/** How many records a task is about. */
export function recordsIn(task: Task): number {
  if (task.kind === "ingest_delivery") return task.records;
  return "recordIds" in task ? task.recordIds.length : 0;
}
