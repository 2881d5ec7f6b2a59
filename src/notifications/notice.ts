import type { QueueName } from "../events/job.ts";
import type {
  ApprovalId,
  BacktestId,
  ConnectionId,
  DeadLetterId,
  EndpointId,
  ImportId,
  NoticeId,
  ReportId,
  RuleId,
} from "../kernel/ids.ts";
import type { BillingState } from "../billing/standing.ts";
import type { Limited } from "../billing/limit_failure.ts";
import type { Instant } from "../kernel/instant.ts";
import type { ReportKind } from "../reports/report_demand.ts";
import type { ConnectionState } from "./connection_state.ts";

type Of<Kind extends string, Facts> = {
  readonly kind: Kind;
  readonly facts: Facts;
};

/** What a notice says: ids, counts, times and words of ours, and nothing that anybody wrote. */
export type NoticeContent =
  | Of<
    "intake_failed" | "processing_failed",
    { dead_letter_id: DeadLetterId; queue: QueueName; records: number }
  >
  | Of<
    "import_failed",
    { import_id: ImportId; /** 0: its job was given up. */ line: number }
  >
  | Of<
    "connection_degraded" | "connection_restored",
    { connection_id: ConnectionId; state: ConnectionState }
  >
  | Of<
    "limit_near" | "limit_reached",
    {
      what: "llm_tokens" | "llm_money" | Limited;
      limit: number | string;
      used: number | string;
      /** Null: it does not start anew by itself. */
      resets_at: Instant | null;
    }
  >
  | Of<
    "subscription_changed",
    {
      state: BillingState;
      /** Null: the company may only read. */
      plan: string | null;
      grace_ends_at: Instant | null;
    }
  >
  | Of<
    "report_ready",
    | { backtest_id: BacktestId; changed: number }
    | { report_id: ReportId; report_kind: ReportKind; rows: number }
  >
  | Of<"rule_flagged", { rule_id: RuleId; overridden: number; hits: number }>
  | Of<
    "review_queue_old",
    { approval_id: ApprovalId; waiting: number; waiting_since: Instant }
  >
  | Of<
    "endpoint_disabled",
    { endpoint_id: EndpointId; reason: "gone" | "failing" }
  >
  | Of<"test", { endpoint_id: EndpointId }>;

/** What an incident is of. */
export interface NoticePlace {
  readonly kind: NoticeContent["kind"];
  readonly key: string;
}

/** One incident, told once: what happens again while it is open raises its count. */
export type Notice = NoticeContent & {
  readonly id: NoticeId;
  readonly version: number;
  /** With the kind: what it is about. */
  readonly incidentKey: string;
  /** How many incidents of this kind and key there were before it, and one. */
  readonly occurrence: number;
  readonly openedAt: Instant;
  /** When it is over, which may be a time to come; null: until something ends it. */
  readonly closedAt: Instant | null;
  /** When it last happened. */
  readonly lastAt: Instant;
  readonly count: number;
};

/** Whether what happens at `at` belongs to the incident. */
export function isOpen({ closedAt }: Notice, at: Instant): boolean {
  return closedAt === null || closedAt > at;
}
