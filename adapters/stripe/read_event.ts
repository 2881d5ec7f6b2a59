import { z } from "zod";
import type { BillingMessage } from "../../src/billing/billing_event.ts";
import { HEARD_TYPES } from "./heard_types.ts";
import { instantOf } from "./read_subscription.ts";

const id = z.string().regex(/^[\w-]{1,255}$/);

/** What is read of an event: names only. */
const event = z.object({
  object: z.literal("event"),
  id,
  type: z.string().regex(/^[\w.-]{1,255}$/),
  /** Unix seconds, up to the last that a date can be. */
  created: z.int().min(0).max(253_402_300_799),
  data: z.object({
    object: z.object({
      object: z.string().optional(),
      id: id.optional(),
      /** An id, or the customer in whole. */
      customer: z.union([id, z.object({ id })]).nullish(),
    }),
  }),
});

/** What an event of Stripe's is about; null for anything else. */
export function readEvent(text: string): BillingMessage | null {
  const read = event.safeParse(jsonIn(text));
  if (!read.success) return null;
  const { id, type, created, data: { object } } = read.data;
  const customer = object.object === "customer" ? object.id : object.customer;
  return {
    provider: "stripe",
    id,
    type,
    known: HEARD_TYPES.has(type),
    occurredAt: instantOf(created),
    customer: (typeof customer === "object" ? customer?.id : customer) ?? null,
  };
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Not JSON: no event either.
    return undefined;
  }
}
