import type { TenantId } from "../kernel/ids.ts";
import type { JsonObject } from "../kernel/json.ts";
import type { RecordedEvent } from "./event.ts";
import { type EventJson, eventJson } from "./event_json.ts";

/** What types of ours are told by: the reverse of the name that problems are told by, which nobody can own. */
export const TYPE_PREFIX = "invalid.balance.";

/** Digits of `sequence`, so that its order as text is the log's. */
const SEQUENCE_DIGITS = 16;

/** What an event is about, where its payload names several things: the first of these. */
const SUBJECTS = [
  "record_id",
  "approval_id",
  "rule_id",
  "category_id",
  "receipt_id",
  "conflict_id",
  "import_id",
  "delivery_id",
  "payload_id",
  "connection_id",
  "backtest_id",
  "run_id",
  "suggestion_id",
  "csv_mapping_id",
  "endpoint_id",
  "queue_id",
  "report_id",
  "schedule_id",
  "member_id",
  "invitation_id",
  "api_key_id",
  "dead_letter_id",
  "subject_id",
] as const;

/**
 * An event in the JSON form of CloudEvents 1.0.2, with its Sequence extension; `id` is unique within `source`, and
 * `data` is the event as `GET /events` shows it.
 */
export interface CloudEventJson {
  readonly specversion: "1.0";
  readonly id: string;
  readonly source: string;
  readonly type: string;
  readonly time: string;
  readonly subject?: string;
  readonly datacontenttype: "application/json";
  readonly sequence: string;
  readonly data: EventJson;
}

/** The event as a CloudEvent; its source is the tenant, below the service's own address where that is known. */
export function cloudEvent(
  event: RecordedEvent,
  { tenantId, publicUrl }: {
    readonly tenantId: TenantId;
    readonly publicUrl: string | null;
  },
): CloudEventJson {
  const { seq, type, occurredAt, payload } = event;
  const subject = subjectOf(payload);
  return {
    specversion: "1.0",
    id: String(seq),
    source: `${publicUrl ?? ""}/tenants/${tenantId}`,
    type: `${TYPE_PREFIX}${type.toLowerCase()}`,
    time: occurredAt,
    ...subject !== null && { subject },
    datacontenttype: "application/json",
    sequence: String(seq).padStart(SEQUENCE_DIGITS, "0"),
    data: eventJson(event),
  };
}

/** The id of what an event with this payload is about, before all else that it names; null: it names nothing. */
export function subjectOf(payload: JsonObject): string | null {
  const about = SUBJECTS.find((name) => typeof payload[name] === "string");
  return about === undefined ? null : String(payload[about]);
}
