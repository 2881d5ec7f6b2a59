import type { EventType, Fact } from "../events/fact.ts";
import { type QueueName, QUEUES } from "../events/job.ts";
import { type Instant, plusMs } from "../kernel/instant.ts";
import { connectionState } from "./connection_state.ts";
import type { NoticeContent, NoticePlace } from "./notice.ts";

/** How long an incident lasts that nothing ends: what goes on is told once a day. */
const DAY_MS = 86_400_000;

/** The events that may call for a notice. */
export const NOTICE_EVENTS: readonly EventType[] = [
  "JOB_DEAD_LETTERED",
  "CONNECTION_DEGRADED",
  "CONNECTION_RESTORED",
  "LIMIT_NEAR",
  "LIMIT_REACHED",
  "REPORT_GENERATED",
  "RULE_FLAGGED",
  "REVIEW_QUEUE_OLD",
  "ENDPOINT_DISABLED",
  "ENDPOINT_TEST_REQUESTED",
];

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

/** What notice a fact of `at` calls for: the whole mapping; null for none. */
export function incidentOf(fact: Fact, at: Instant): Incident | null {
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
        closedAt: resets_at,
      };
    }
    case "REPORT_GENERATED": {
      const { backtest_id, changed } = fact.payload;
      const facts = { backtest_id, changed };
      return { kind: "report_ready", key: backtest_id, facts, ...moment };
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
    case "TENANT_CREATED":
    case "TENANT_UPDATED":
    case "TENANT_ERASURE_REQUESTED":
    case "TENANT_ERASED":
    case "RECORDS_ERASURE_REQUESTED":
    case "MEMBER_ERASURE_REQUESTED":
    case "PERSONAL_DATA_ERASED":
    case "RETENTION_APPLIED":
    case "MEMBER_ADDED":
    case "MEMBER_UPDATED":
    case "MEMBER_REMOVED":
    case "ORGANISATION_LINKED":
    case "ORGANISATION_ENDED":
    case "INVITATION_CREATED":
    case "INVITATION_ACCEPTED":
    case "INVITATION_REVOKED":
    case "SESSIONS_REVOKED":
    case "API_KEY_CREATED":
    case "API_KEY_ROTATED":
    case "API_KEY_REVOKED":
    case "CONNECTION_CREATED":
    case "CATEGORY_CREATED":
    case "CATEGORY_UPDATED":
    case "LEARNING_REQUESTED":
    case "EXAMPLES_LEARNED":
    case "RULE_CREATED":
    case "RULE_UPDATED":
    case "RULE_REMOVED":
    case "RULES_REORDERED":
    case "RULE_SUGGESTION_DISMISSED":
    case "RULES_BACKTEST_REQUESTED":
    case "RULES_ACTIVATED":
    case "RULE_RUN_STARTED":
    case "RULE_RUN_APPLIED":
    case "RULE_RUN_UNDO_REQUESTED":
    case "RULE_RUN_UNDONE":
    case "DELIVERY_RECEIVED":
    case "DELIVERY_RETRIED":
    case "INGESTED":
    case "RECORD_CONFLICTED":
    case "PROCESSED":
    case "REPROCESS_REQUESTED":
    case "RECORD_UPDATED":
    case "TX_APPROVED":
    case "TX_OVERRIDDEN":
    case "TX_REJECTED":
    case "PRECISION_DROPPED":
    case "REEMBEDDING_STARTED":
    case "EMBEDDER_CHANGED":
    case "JOB_SPLIT":
    case "JOB_REPLAYED":
    case "NOTIFICATION_SETTINGS_UPDATED":
    case "ENDPOINT_CREATED":
    case "ENDPOINT_UPDATED":
    case "ENDPOINT_REMOVED":
    case "ENDPOINT_SECRET_ROTATED":
      return null;
    default:
      return fact satisfies never;
  }
}

function failureOn(queue: QueueName): "intake_failed" | "processing_failed" {
  return queue === "records:ingest" ? "intake_failed" : "processing_failed";
}
