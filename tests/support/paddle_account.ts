import type { Clock } from "../../ports/clock.ts";
import type { PayingTenant } from "../../ports/payments.ts";
import type { SubscriptionStatus } from "../../src/billing/subscription.ts";
import { type Instant, plusMs } from "../../src/kernel/instant.ts";
import {
  customerObject,
  type PaddleCustomer,
  type PaddleSubscription,
  type PaddleTransaction,
  subscriptionObject,
  transactionObject,
} from "./paddle_objects.ts";

const DAY_MS = 86_400_000;
const CHECKOUT_PAGE = "https://balance.example/pay";

/** Paddle's word for ours, where it has one. */
const STATUS: Readonly<Partial<Record<SubscriptionStatus, string>>> = {
  trialing: "trialing",
  active: "active",
  past_due: "past_due",
  paused: "paused",
  ended: "canceled",
};

export const STATUSES = Object.keys(STATUS) as SubscriptionStatus[];

export interface PaddleEvent {
  readonly id: string;
  readonly type: string;
  readonly occurredAt: Instant;
  readonly data: object;
}

/** Prices of the account, the second paid by the year, the last beside another. */
export const PRICES = [
  "pri_000000000000000000000month",
  "pri_0000000000000000000000year",
] as const;
export const USAGE_PRICE = "pri_000000000000000000000usage";

/** An account at Paddle: what is kept, and what customers and time do to it. */
export type PaddleAccount = ReturnType<typeof paddleAccount>;

export function paddleAccount(clock: Clock) {
  const customers: PaddleCustomer[] = [];
  const subscriptions: PaddleSubscription[] = [];
  const transactions: PaddleTransaction[] = [];
  const events: PaddleEvent[] = [];
  const counts = new Map<string, number>();

  const nextId = (prefix: string) => {
    const count = (counts.get(prefix) ?? 0) + 1;
    counts.set(prefix, count);
    return `${prefix}_${String(count).padStart(26, "0")}`;
  };
  const happened = (type: string, data: object) =>
    void events.push({
      id: nextId("evt"),
      type,
      occurredAt: clock.now(),
      data,
    });
  const find = (id: string) => {
    const one = subscriptions.find((one) => one.id === id);
    if (!one) throw new Error(`no subscription ${id}`);
    return one;
  };
  const told = (one: PaddleSubscription, type = "updated") =>
    happened(`subscription.${type}`, subscriptionObject(one));
  const transaction = (
    of: Pick<PaddleTransaction, "customer_id" | "custom_data" | "prices">,
    status: string,
    given: Partial<PaddleTransaction> = {},
  ): PaddleTransaction => {
    const id = nextId("txn");
    const isBilled = status !== "draft" && status !== "ready";
    const one = {
      id,
      customer_id: of.customer_id,
      subscription_id: null,
      custom_data: of.custom_data,
      prices: of.prices,
      created_at: clock.now(),
      billed_at: isBilled ? clock.now() : null,
      status,
      invoice_number: isBilled ? `BAL-${id.slice(-6)}` : null,
      currency_code: "USD",
      total: "2000",
      checkout_url: `${CHECKOUT_PAGE}?_ptxn=${id}`,
      ...given,
    };
    transactions.push(one);
    happened(
      `transaction.${isBilled ? status : "created"}`,
      transactionObject(one),
    );
    return one;
  };
  const bill = (
    one: PaddleSubscription,
    status: string,
    given: Partial<PaddleTransaction> = {},
  ) => transaction(one, status, { subscription_id: one.id, ...given });
  const settle = (id: string, status: string) => {
    for (const one of transactions) {
      if (one.subscription_id !== id || one.status !== "past_due") continue;
      one.status = status;
      happened(`transaction.${status}`, transactionObject(one));
    }
  };
  const end = (one: PaddleSubscription) => {
    one.canceled_at = clock.now();
    one.status = "canceled";
    one.period = one.scheduled_change = null;
    settle(one.id, "canceled");
    told(one, "canceled");
  };

  return {
    customers,
    subscriptions,
    transactions,
    events,
    nextId,
    find,
    bill,
    transaction,
    end,
    addCustomer(
      email: string,
      name: string | null,
      custom_data: object | null = null,
    ): PaddleCustomer {
      const one = {
        id: nextId("ctm"),
        email,
        name,
        created_at: clock.now(),
        custom_data,
        status: "active" as const,
      };
      customers.push(one);
      happened("customer.created", customerObject(one));
      return one;
    },
    /** Nobody is deleted at Paddle: somebody ends what is paid for, and archives. */
    deleteCustomer(id: string) {
      const one = customers.find((one) => one.id === id);
      if (!one) throw new Error(`no customer ${id}`);
      subscriptions.filter((sub) =>
        sub.customer_id === id && sub.status !== "canceled"
      ).forEach(end);
      one.status = "archived";
      happened("customer.updated", customerObject(one));
    },
    /** What follows when a checkout is paid: Paddle copies its custom data. */
    subscribe(
      { customer, tenantId }: PayingTenant,
      prices: readonly string[],
      trialEndsAt?: Instant,
    ): PaddleSubscription {
      const starts_at = clock.now();
      const trial = trialEndsAt ? { starts_at, ends_at: trialEndsAt } : null;
      const one: PaddleSubscription = {
        id: nextId("sub"),
        customer_id: customer,
        created_at: starts_at,
        custom_data: { balance_tenant: tenantId },
        prices,
        status: trial ? "trialing" : "active",
        period: trial ?? { starts_at, ends_at: plusMs(starts_at, 30 * DAY_MS) },
        trial,
        scheduled_change: null,
        canceled_at: null,
      };
      subscriptions.push(one);
      told(one, "created");
      bill(one, "completed", trial ? { total: "0" } : {});
      return one;
    },
    become(id: string, status: SubscriptionStatus) {
      const [one, now] = [find(id), clock.now()];
      if (status === "ended") return end(one);
      one.status = STATUS[status]!;
      one.canceled_at = null;
      one.period = status === "paused"
        ? null
        : { starts_at: now, ends_at: plusMs(now, 30 * DAY_MS) };
      if (status === "trialing") {
        one.trial = { starts_at: now, ends_at: plusMs(now, 14 * DAY_MS) };
      }
      if (status === "past_due") bill(one, "past_due");
      else settle(id, "completed");
      told(one);
    },
    reprice(id: string, price: string) {
      const one = find(id);
      one.prices = [price];
      told(one);
    },
    endWithPeriod(id: string) {
      const one = find(id);
      const effective_at = one.period!.ends_at;
      one.scheduled_change = { action: "cancel", effective_at };
      told(one);
    },
  };
}
