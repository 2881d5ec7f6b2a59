import type { Instant } from "../kernel/instant.ts";

/** What a payment provider told of, by names only: what it says is asked for anew, and nothing of a person is kept. */
export interface BillingEvent {
  readonly provider: string;
  /** The same for every delivery of it, e.g. `evt_…`. */
  readonly id: string;
  readonly type: string;
  /** Whether the type is one that is heard; others are kept and change nothing. */
  readonly known: boolean;
  readonly occurredAt: Instant;
}

/** A message of a payment provider, which may come twice, late, and in any order. */
export interface BillingMessage extends BillingEvent {
  /** The customer that it is about; null where it is about none. */
  readonly customer: string | null;
}
