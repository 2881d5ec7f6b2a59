import type { ConnectionKind } from "../integrations/connection.ts";
import type { Cause, HealthState } from "../integrations/health.ts";
import type { ConnectionId, MappingId, PayloadId } from "../kernel/ids.ts";
import type { Instant } from "../kernel/instant.ts";
import type { Change, Is } from "./fact_form.ts";

/** What happened to a source of records, or came from it. */
export type ConnectionFact =
  | Is<
    "CONNECTION_CREATED",
    { connection_id: ConnectionId; name: string; kind: ConnectionKind }
  >
  | Is<"CONNECTION_UPDATED", { connection_id: ConnectionId } & Change>
  | Is<"CONNECTION_SECRET_ROTATED", { connection_id: ConnectionId }>
  | Is<
    "CONNECTION_AUTHORISED" | "CONNECTION_DEAUTHORISED",
    { connection_id: ConnectionId }
  >
  | Is<"PULL_REQUESTED", { connection_id: ConnectionId; run: number }>
  | Is<
    "PULL_CONTINUED",
    { connection_id: ConnectionId; run: number; due_at: Instant | null }
  >
  | Is<
    "PULL_ENDED",
    {
      connection_id: ConnectionId;
      outcome: "succeeded" | Cause;
      /** The pull that is planned; null: none until somebody asks for it. */
      next: { run: number; due_at: Instant } | null;
    }
  >
  | Is<"CONNECTION_PAUSED", { connection_id: ConnectionId }>
  | Is<"CONNECTION_RESUMED", { connection_id: ConnectionId }>
  | Is<
    "CONNECTION_DEGRADED" | "CONNECTION_RESTORED",
    {
      connection_id: ConnectionId;
      before: { state: HealthState };
      after: { state: HealthState };
      reason: string;
    }
  >
  | Is<
    "CONNECTION_MAPPED",
    { connection_id: ConnectionId; mapping_id: MappingId; number: number }
  >
  | Is<"REMAP_REQUESTED", { connection_id: ConnectionId; number: number }>
  | Is<
    "PAYLOADS_RECEIVED" | "PAYLOADS_REPLAYED",
    { connection_id: ConnectionId; payload_ids: PayloadId[] }
  >
  | Is<
    "PAYLOAD_CONFLICTED",
    { connection_id: ConnectionId; payload_id: PayloadId }
  >;
