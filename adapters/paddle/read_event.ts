import { z } from "zod";
import type { BillingMessage } from "../../src/billing/billing_event.ts";
import { readInstant } from "../../src/kernel/instant.ts";
import { HEARD_TYPES } from "./heard_types.ts";

const id = z.string().regex(/^[\w-]{1,255}$/);

/** What is read of an event: names only. */
const event = z.object({
  event_id: id,
  event_type: z.string().regex(/^[\w.-]{1,255}$/),
  occurred_at: z.string(),
  data: z.object({ id: id.optional(), customer_id: id.nullish() }),
});

/** What an event of Paddle's is about; null for anything else. */
export function readEvent(bytes: Uint8Array): BillingMessage | null {
  const read = event.safeParse(jsonIn(bytes));
  if (!read.success) return null;
  const { event_id, event_type, occurred_at, data } = read.data;
  const occurredAt = readInstant(occurred_at);
  if ("wrong" in occurredAt) return null;
  const isCustomer = event_type.startsWith("customer.");
  return {
    provider: "paddle",
    id: event_id,
    type: event_type,
    known: HEARD_TYPES.has(event_type),
    occurredAt: occurredAt.instant,
    customer: (isCustomer ? data.id : data.customer_id) ?? null,
  };
}

function jsonIn(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    // Not UTF-8, or not JSON: no event either.
    return undefined;
  }
}
