import type { PaymentHook } from "../../ports/payment_hook.ts";
import type { PayingTenant, Payments } from "../../ports/payments.ts";
import type { UsageMeter } from "../../ports/usage_meter.ts";
import type { SubscriptionStatus } from "../../src/billing/subscription.ts";
import type { Instant } from "../../src/kernel/instant.ts";
import { customersContract } from "./payments_customers.ts";
import { goneContract } from "./payments_gone.ts";
import { messagesContract } from "./payments_messages.ts";
import { subscriptionsContract } from "./payments_subscriptions.ts";
import { troubleContract } from "./payments_trouble.ts";

/** A message as a provider's server sends it to ours. */
export interface SentMessage {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly headers: Headers;
}

/** The other side of a payment provider: what its customers and its own clock do. */
export interface PaymentsWorld {
  /** Two prices that are sold there. */
  readonly prices: readonly [string, string];
  /** Every status that a subscription can have there. */
  readonly statuses: readonly SubscriptionStatus[];
  /** The customer buys; the subscription's id. It is `active`, with one invoice that is paid, or `trialing` until `trialEndsAt`. */
  subscribe(
    tenant: PayingTenant,
    price: string,
    trialEndsAt?: Instant,
  ): Promise<string>;
  /** The subscription gets that status, whatever it had. */
  become(subscriptionId: string, status: SubscriptionStatus): Promise<void>;
  /** Another price is paid from now on. */
  reprice(subscriptionId: string, price: string): Promise<void>;
  /** It ends with its period. */
  endWithPeriod(subscriptionId: string): Promise<void>;
  /** Somebody of ours deletes the customer there, or archives it where nobody is deleted; what it paid for ends at once. */
  deleteCustomer(customer: string): Promise<void>;
  /** The messages of what happened since they were asked for last, signed and in order. */
  messages(): Promise<readonly SentMessage[]>;
  /** A message of a type that is not heard. */
  strangeMessage(customer: string): Promise<SentMessage>;
  /** What the next requests meet: too many, an error of the provider's, or no answer; the last is given up soon. */
  trouble(kind: "busy" | "broken" | "silent", requests: number): void;
}

/** What the suite is run against. */
export interface PaymentsSubject {
  readonly payments: Payments;
  readonly hook: PaymentHook;
  /** The hook as it were with a clock that is ahead, or with a secret that the provider does not sign with. */
  hookWith?(given: {
    readonly aheadMs?: number;
    readonly otherSecret?: boolean;
  }): PaymentHook;
  /** The provider has one customer for each e-mail address. */
  readonly addressesOnce?: true;
  /** Null: the provider counts nothing. */
  readonly meter: UsageMeter | null;
  /** What the meter counted of a customer, by the meter's name. */
  metered?(customer: string, meter: string): number;
  readonly world: PaymentsWorld;
  close(): Promise<void>;
}

/** What every provider of payments promises. `open` gives one that nobody else uses; a step's tenants are its own. */
export function paymentsContract(
  name: string,
  open: () => Promise<PaymentsSubject>,
): void {
  Deno.test(`${name} payments`, async (t) => {
    const subject = await open();
    try {
      await customersContract(t, subject);
      await goneContract(t, subject);
      await subscriptionsContract(t, subject);
      await messagesContract(t, subject);
      await troubleContract(t, subject);
    } finally {
      await subject.close();
    }
  });
}
