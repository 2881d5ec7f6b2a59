import Stripe from "stripe";
import { API_VERSION } from "../../adapters/stripe/stripe_client.ts";
import { stripeHook } from "../../adapters/stripe/stripe_hook.ts";
import { stripeMeter } from "../../adapters/stripe/stripe_meter.ts";
import { stripePayments } from "../../adapters/stripe/stripe_payments.ts";
import type { Clock } from "../../ports/clock.ts";
import { SUBSCRIPTION_STATUSES } from "../../src/billing/subscription.ts";
import type { PaymentsSubject, SentMessage } from "../contract/payments.ts";
import { accountSubject } from "./account_subject.ts";
import { PRICES, type StripeEvent, unix } from "./stripe_account.ts";
import { OBJECTS } from "./stripe_objects.ts";
import {
  broken,
  busy,
  type StripeServer,
  stripeServer,
} from "./stripe_server.ts";

export const WEBHOOK_SECRET = "whsec_0123456789abcdefghijklmnop";

/** Our adapter before a Stripe on this machine. */
export interface StripeSubject extends PaymentsSubject {
  readonly server: StripeServer;
}

export function stripeSubject(clock: Clock): StripeSubject {
  const server = stripeServer({ clock, version: API_VERSION });
  const settings = {
    secretKey: server.secretKey,
    baseUrl: server.origin,
    retriesMax: 0,
  };
  const { account } = server;
  return {
    ...accountSubject({
      clock,
      server,
      prices: PRICES,
      statuses: SUBSCRIPTION_STATUSES,
      payments: (timeoutMs) => stripePayments({ ...settings, timeoutMs }),
      hook: (secret, clock) => stripeHook({ secretsAt: () => [secret], clock }),
      secrets: [WEBHOOK_SECRET, "whsec_another"],
      sent: (event) => sentEvent(event, clock),
      strange: (customer) => ({
        id: account.nextId("evt"),
        type: "customer.discount.created",
        created: account.now(),
        object: { object: "discount", id: "di_1", customer },
      }),
      faults: { busy, broken },
    }),
    server,
    meter: stripeMeter({ ...settings, timeoutMs: 30_000 }),
    metered: (customer, meter) =>
      account.meterEvents.filter((one) =>
        one.customer === customer && one.event_name === meter
      ).reduce((sum, { value }) => sum + Number(value), 0),
  };
}

/** An event as Stripe sends it, signed by the SDK's own means. */
export async function sentEvent(
  { object, ...named }: StripeEvent,
  clock: Clock,
): Promise<SentMessage> {
  const body = {
    ...OBJECTS.event,
    ...named,
    api_version: API_VERSION,
    data: { object },
  };
  return await sent(JSON.stringify(body, null, 2), clock);
}

/** Whatever it is, signed. */
export async function sent(
  payload: string,
  clock: Clock,
  secret = WEBHOOK_SECRET,
): Promise<SentMessage> {
  const signature = await Stripe.webhooks.generateTestHeaderStringAsync({
    payload,
    secret,
    timestamp: unix(clock.now()),
  });
  return {
    bytes: new TextEncoder().encode(payload),
    headers: new Headers({ "Stripe-Signature": signature }),
  };
}
