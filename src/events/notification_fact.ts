import type { ApprovalId, EndpointId } from "../kernel/ids.ts";
import type { Instant } from "../kernel/instant.ts";
import type { JsonObject } from "../kernel/json.ts";
import type { Is } from "./fact_form.ts";

/** What notices tell of and nothing else does, and what happens to endpoints for notices. */
export type NotificationFact =
  | Is<
    "REVIEW_QUEUE_OLD",
    { approval_id: ApprovalId; waiting: number; waiting_since: Instant }
  >
  | Is<
    "NOTIFICATION_SETTINGS_UPDATED",
    { before: JsonObject; after: JsonObject }
  >
  | Is<"ENDPOINT_CREATED", { endpoint_id: EndpointId; kinds: string[] }>
  | Is<
    "ENDPOINT_UPDATED",
    { endpoint_id: EndpointId; fields: string[] }
  >
  | Is<"ENDPOINT_REMOVED", { endpoint_id: EndpointId }>
  | Is<"ENDPOINT_SECRET_ROTATED", { endpoint_id: EndpointId }>
  | Is<
    "ENDPOINT_DISABLED",
    { endpoint_id: EndpointId; reason: "gone" | "failing" }
  >
  | Is<"ENDPOINT_TEST_REQUESTED", { endpoint_id: EndpointId }>
  | Is<"EVENT_FEED_STARTED", { endpoint_id: EndpointId; after: number }>
  | Is<"EVENT_FEED_UPDATED", { endpoint_id: EndpointId; fields: string[] }>
  | Is<"EVENT_FEED_REMOVED", { endpoint_id: EndpointId }>;
