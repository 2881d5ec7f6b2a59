import type { EventType, Fact } from "../events/fact.ts";
import { type QueueName, QUEUES } from "../events/job.ts";
import { type Instant, plusMs } from "../kernel/instant.ts";
import { connectionState } from "./connection_state.ts";
import type { NoticeContent, NoticePlace } from "./notice.ts";

/** How long an incident lasts that nothing ends: what goes on is told once a day. */
const DAY_MS = 86_400_000;

/** The events that may call for a notice. */
export const NOTICE_EVENTS = [
  "JOB_DEAD_LETTERED",
  "IMPORT_FAILED",
  "CONNECTION_DEGRADED",
  "CONNECTION_RESTORED",
  "LIMIT_NEAR",
  "LIMIT_REACHED",
  "SUBSCRIPTION_CHANGED",
  "REPORT_GENERATED",
  "RULE_FLAGGED",
  "REVIEW_QUEUE_OLD",
  "ENDPOINT_DISABLED",
  "ENDPOINT_TEST_REQUESTED",
] as const satisfies readonly EventType[];

type NoticeFact = Extract<Fact, { type: typeof NOTICE_EVENTS[number] }>;

/** Something that a notice tells of. */
export type Incident = NoticeContent & {
  readonly key: string;
  readonly at: Instant;
  /** When it is over; null: when another ends it. */
  readonly closedAt: Instant | null;
  /** What it ends. */
  readonly ends?: NoticePlace;
  /** What ends it. */
  readonly endedBy?: NoticePlace;
};

/** What notice a fact of `at` calls for; null for none. */
export function incidentOf(fact: Fact, at: Instant): Incident | null {
  return isForNotice(fact) ? incidentOfNotice(fact, at) : null;
}

function isForNotice(fact: Fact): fact is NoticeFact {
  return NOTICE_EVENTS.some((type) => type === fact.type);
}

function incidentOfNotice(fact: NoticeFact, at: Instant): Incident | null {
  const day = { at, closedAt: plusMs(at, DAY_MS) };
  const moment = { at, closedAt: at };
  switch (fact.type) {
    case "JOB_DEAD_LETTERED": {
      const { dead_letter_id, records } = fact.payload;
      const queue = QUEUES.find((name) => name === fact.payload.queue);
      // A notice of a failed notice would fail too.
      if (!queue || queue === "notifications:deliver") return null;
      const facts = { dead_letter_id, queue, records };
      return { kind: failureOn(queue), key: queue, facts, ...day };
    }
    case "IMPORT_FAILED": {
      const { import_id, line } = fact.payload;
      const facts = { import_id, line: line ?? 0 };
      return { kind: "import_failed", key: import_id, facts, ...moment };
    }
    case "CONNECTION_DEGRADED": {
      const { connection_id: key, after } = fact.payload;
      const facts = { connection_id: key, state: connectionState(after.state) };
      const endedBy = { kind: "connection_restored", key } as const;
      return {
        kind: "connection_degraded",
        key,
        facts,
        endedBy,
        at,
        closedAt: null,
      };
    }
    case "CONNECTION_RESTORED": {
      const { connection_id: key, after } = fact.payload;
      const facts = { connection_id: key, state: connectionState(after.state) };
      const ends = { kind: "connection_degraded", key } as const;
      return { kind: "connection_restored", key, facts, ends, ...moment };
    }
    case "LIMIT_NEAR":
    case "LIMIT_REACHED": {
      const { what, limit, used, resets_at } = fact.payload;
      return {
        kind: fact.type === "LIMIT_NEAR" ? "limit_near" : "limit_reached",
        key: `${what} ${resets_at} ${limit}`,
        facts: { what, limit, used, resets_at },
        at,
        closedAt: resets_at ?? plusMs(at, DAY_MS),
      };
    }
    case "SUBSCRIPTION_CHANGED": {
      const { after: { state, plan }, grace_ends_at } = fact.payload;
      return {
        kind: "subscription_changed",
        key: "subscription",
        facts: { state, plan, grace_ends_at },
        ...moment,
      };
    }
    case "REPORT_GENERATED": {
      const kind = "report_ready";
      if ("backtest_id" in fact.payload) {
        const { backtest_id: key, changed } = fact.payload;
        return { kind, key, facts: { backtest_id: key, changed }, ...moment };
      }
      const { report_id: key, kind: report_kind, rows } = fact.payload;
      const facts = { report_id: key, report_kind, rows };
      return { kind, key, facts, ...moment };
    }
    case "RULE_FLAGGED": {
      const { rule_id, overridden, hits } = fact.payload;
      const facts = { rule_id, overridden, hits };
      return { kind: "rule_flagged", key: rule_id, facts, ...day };
    }
    case "REVIEW_QUEUE_OLD":
      return {
        kind: "review_queue_old",
        key: "approvals",
        facts: fact.payload,
        ...day,
      };
    case "ENDPOINT_DISABLED": {
      const { endpoint_id, reason } = fact.payload;
      const facts = { endpoint_id, reason };
      return { kind: "endpoint_disabled", key: endpoint_id, facts, ...moment };
    }
    case "ENDPOINT_TEST_REQUESTED": {
      const { endpoint_id } = fact.payload;
      return {
        kind: "test",
        key: endpoint_id,
        facts: { endpoint_id },
        ...moment,
      };
    }
    default:
      return fact satisfies never;
  }
}

function failureOn(queue: QueueName): "intake_failed" | "processing_failed" {
  return queue === "records:ingest" || queue === "integrations:pull"
    ? "intake_failed"
    : "processing_failed";
}
