import type { BillingEvent } from "../src/billing/billing_event.ts";
import type { Instant } from "../src/kernel/instant.ts";

/** What payment providers told of a tenant: the inbox of their webhooks. It is asked years later, so nothing is ever forgotten of it. */
export interface BillingEvents {
  /** Keeps an event that is not there yet; false where one of its provider and id is. A concurrent one waits for this unit's end. */
  keep(event: BillingEvent, receivedAt: Instant): Promise<boolean>;
  /** How many of each type that is not heard are kept, by type. */
  unknownTypes(): Promise<
    readonly { readonly type: string; readonly count: number }[]
  >;
}
