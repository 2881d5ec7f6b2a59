import type { PayingTenant } from "../../ports/payments.ts";
import type { Clock } from "../../ports/clock.ts";
import type { SubscriptionStatus } from "../../src/billing/subscription.ts";
import type { Instant } from "../../src/kernel/instant.ts";
import {
  customerObject,
  invoiceObject,
  type StripeCustomer,
  type StripeInvoice,
  type StripeSubscription,
  subscriptionObject,
} from "./stripe_objects.ts";

const DAY_S = 86_400;

/** Stripe's word for ours. */
const STATUS: Readonly<Record<SubscriptionStatus, string>> = {
  pending: "incomplete",
  expired: "incomplete_expired",
  trialing: "trialing",
  active: "active",
  past_due: "past_due",
  unpaid: "unpaid",
  paused: "paused",
  ended: "canceled",
};

export interface StripeEvent {
  readonly id: string;
  readonly type: string;
  readonly created: number;
  readonly object: object;
}

export interface MeterEvent {
  readonly event_name: string;
  readonly identifier: string;
  readonly customer: string;
  readonly value: string;
  readonly timestamp: number;
}

/** Prices of the account, the second paid by the year, the last by use. */
export const PRICES = ["price_month", "price_year"] as const;
export const USAGE_PRICE = "price_usage";

/** An account at Stripe: what is kept, and what customers and time do to it. */
export type StripeAccount = ReturnType<typeof stripeAccount>;

export function stripeAccount(clock: Clock) {
  const customers: StripeCustomer[] = [];
  const subscriptions: StripeSubscription[] = [];
  const invoices: StripeInvoice[] = [];
  const meterEvents: MeterEvent[] = [];
  const events: StripeEvent[] = [];
  const counts = new Map<string, number>();

  const now = () => unix(clock.now());
  const nextId = (prefix: string) => {
    const count = (counts.get(prefix) ?? 0) + 1;
    counts.set(prefix, count);
    return `${prefix}_${String(count).padStart(6, "0")}`;
  };
  const happened = (type: string, object: object) =>
    void events.push({ id: nextId("evt"), type, created: now(), object });
  const invoice = (
    { id, customer }: StripeSubscription,
    status: string,
    given: { readonly currency?: string; readonly total?: number } = {},
  ): StripeInvoice => {
    const one = {
      id: nextId("in"),
      number: nextId("BAL"),
      customer,
      subscription: id,
      created: now(),
      currency: "usd",
      total: 2_000,
      status,
      ...given,
    };
    invoices.push(one);
    return one;
  };
  const find = (id: string) => {
    const one = subscriptions.find((one) => one.id === id);
    if (!one) throw new Error(`no subscription ${id}`);
    return one;
  };
  const updated = (one: StripeSubscription) =>
    happened("customer.subscription.updated", subscriptionObject(one));
  const end = (one: StripeSubscription) => {
    one.status = "canceled";
    one.ended_at = now();
    happened("customer.subscription.deleted", subscriptionObject(one));
  };

  return {
    customers,
    subscriptions,
    invoices,
    meterEvents,
    events,
    now,
    nextId,
    happened,
    find,
    invoice,
    end,
    addCustomer(metadata: Readonly<Record<string, string>>): StripeCustomer {
      const one = {
        id: nextId("cus"),
        created: now(),
        metadata,
        name: null,
        email: null,
        deleted: false,
        indexed: false,
      };
      customers.push(one);
      return one;
    },
    deleteCustomer(id: string) {
      const one = customers.find((one) => one.id === id);
      if (!one) throw new Error(`no customer ${id}`);
      subscriptions.filter((sub) => sub.customer === id && isLive(sub))
        .forEach(end);
      happened("customer.deleted", customerObject(one));
      Object.assign(one, { deleted: true, name: null, email: null });
    },
    subscribe(
      { customer, tenantId }: PayingTenant,
      prices: readonly string[],
      trialEndsAt?: Instant,
    ): StripeSubscription {
      const start = now();
      const trialEnd = trialEndsAt ? unix(trialEndsAt) : null;
      const one: StripeSubscription = {
        id: nextId("sub"),
        customer,
        created: start,
        metadata: { balance_tenant: tenantId },
        prices,
        status: trialEnd === null ? "active" : "trialing",
        period: { start, end: trialEnd ?? start + 30 * DAY_S },
        trial_end: trialEnd,
        cancel_at: null,
        cancel_at_period_end: false,
        ended_at: null,
      };
      subscriptions.push(one);
      happened("customer.subscription.created", subscriptionObject(one));
      const paid = trialEnd === null ? invoice(one, "paid") : null;
      if (paid) happened("invoice.paid", invoiceObject(paid));
      return one;
    },
    become(id: string, status: SubscriptionStatus) {
      const one = find(id);
      one.status = STATUS[status];
      one.ended_at = null;
      if (status === "trialing") one.trial_end = now() + 14 * DAY_S;
      const open = invoices.filter((bill) =>
        bill.subscription === id && bill.status === "open"
      );
      if (status === "past_due" || status === "unpaid") {
        if (open.length === 0) open.push(invoice(one, "open"));
        happened("invoice.payment_failed", invoiceObject(open[0]!));
      } else for (const bill of open) bill.status = "paid";
      if (status === "ended") end(one);
      else {
        if (status === "expired") one.ended_at = now();
        updated(one);
      }
    },
    reprice(id: string, price: string) {
      const one = find(id);
      one.prices = [price];
      updated(one);
    },
    endWithPeriod(id: string) {
      const one = find(id);
      one.cancel_at_period_end = true;
      one.cancel_at = one.period.end;
      updated(one);
    },
  };
}

/** Whether it can still be cancelled. */
export function isLive({ status }: StripeSubscription): boolean {
  return status !== "canceled" && status !== "incomplete_expired";
}

export function unix(instant: Instant): number {
  return Math.floor(Date.parse(instant) / 1_000);
}
