import Stripe from "stripe";
import { API_VERSION } from "../../adapters/stripe/stripe_client.ts";
import { stripeHook } from "../../adapters/stripe/stripe_hook.ts";
import { stripeMeter } from "../../adapters/stripe/stripe_meter.ts";
import { stripePayments } from "../../adapters/stripe/stripe_payments.ts";
import type { Clock } from "../../ports/clock.ts";
import { SUBSCRIPTION_STATUSES } from "../../src/billing/subscription.ts";
import { plusMs } from "../../src/kernel/instant.ts";
import type {
  PaymentsSubject,
  PaymentsWorld,
  SentMessage,
} from "../contract/payments.ts";
import { eitherPayments } from "./either_payments.ts";
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
  const patient = stripePayments({ ...settings, timeoutMs: 30_000 });
  // Only who is to wait in vain gives up soon: a slow machine must not look like a silent provider.
  const impatient = stripePayments({ ...settings, timeoutMs: 100 });
  let inVain = 0;
  const { account } = server;
  let told = 0;
  const world: PaymentsWorld = {
    prices: PRICES,
    statuses: SUBSCRIPTION_STATUSES,
    subscribe: async (tenant, price, trialEndsAt) =>
      account.subscribe(tenant, [price], trialEndsAt).id,
    become: async (id, status) => account.become(id, status),
    reprice: async (id, price) => account.reprice(id, price),
    endWithPeriod: async (id) => account.endWithPeriod(id),
    messages() {
      const news = account.events.slice(told);
      told = account.events.length;
      return Promise.all(news.map((event) => sentEvent(event, clock)));
    },
    strangeMessage: (customer) =>
      sentEvent({
        id: account.nextId("evt"),
        type: "customer.discount.created",
        created: account.now(),
        object: { object: "discount", id: "di_1", customer },
      }, clock),
    trouble(kind, requests) {
      const fault = { busy, broken, silent: null }[kind];
      server.fault(...Array<typeof fault>(requests).fill(fault));
      if (kind === "silent") inVain += requests;
    },
  };
  return {
    server,
    payments: eitherPayments(
      patient,
      impatient,
      () => inVain > 0 && inVain-- > 0,
    ),
    hook: stripeHook({ secretsAt: () => [WEBHOOK_SECRET], clock }),
    hookWith: ({ aheadMs = 0, otherSecret = false }) =>
      stripeHook({
        secretsAt: () => [otherSecret ? "whsec_another" : WEBHOOK_SECRET],
        clock: { now: () => plusMs(clock.now(), aheadMs) },
      }),
    meter: stripeMeter({ ...settings, timeoutMs: 30_000 }),
    metered: (customer, meter) =>
      account.meterEvents.filter((one) =>
        one.customer === customer && one.event_name === meter
      ).reduce((sum, { value }) => sum + Number(value), 0),
    world,
    close: () => server.close(),
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
