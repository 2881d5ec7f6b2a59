import { cloudEvent } from "../events/cloud_event.ts";
import type { RecordedEvent } from "../events/event.ts";
import { eventJson } from "../events/event_json.ts";
import type { EndpointId, TenantId } from "../kernel/ids.ts";
import type { FeedFormat } from "./event_feed.ts";

/** Bytes of events beyond which a message takes no other; one event goes whatever its size. */
const BYTES_MAX = 500_000;

/** A message of events, ready to be signed. */
export interface EventMessage {
  /** The same for the same events of the same endpoint. */
  readonly id: string;
  readonly contentType: string;
  readonly body: string;
  /** The last event in it. */
  readonly to: number;
}

/** As many of these events, at least one, as one message takes. */
export function eventMessage(
  events: readonly RecordedEvent[],
  { endpointId, format, tenantId, publicUrl }: {
    readonly endpointId: EndpointId;
    readonly format: FeedFormat;
    readonly tenantId: TenantId;
    readonly publicUrl: string | null;
  },
): EventMessage {
  const isCloud = format === "cloudevents";
  const texts: string[] = [];
  let length = 0;
  for (const event of events) {
    const text = JSON.stringify(
      isCloud ? cloudEvent(event, { tenantId, publicUrl }) : eventJson(event),
    );
    length += text.length;
    if (length > BYTES_MAX && texts.length > 0) break;
    texts.push(text);
  }
  const first = events[0]!;
  const last = events[texts.length - 1]!;
  const list = `[${texts.join(",")}]`;
  return {
    id: `${endpointId}-${first.seq}-${last.seq}`,
    to: last.seq,
    ...isCloud
      ? { contentType: "application/cloudevents-batch+json", body: list }
      : {
        contentType: "application/json",
        body: `{"type":"events","timestamp":"${last.occurredAt}","data":{` +
          `"tenant_id":"${tenantId}","events":${list}}}`,
      },
  };
}
