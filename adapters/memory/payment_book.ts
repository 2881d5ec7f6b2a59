import type { Clock } from "../../ports/clock.ts";
import type { PayingTenant } from "../../ports/payments.ts";
import type { BillingMessage } from "../../src/billing/billing_event.ts";
import type { Invoice } from "../../src/billing/invoice.ts";
import {
  isOver,
  type Subscription,
  type SubscriptionStatus,
} from "../../src/billing/subscription.ts";
import { type Instant, plusMs } from "../../src/kernel/instant.ts";

const DAY_MS = 86_400_000;
const PERIOD_MS = 30 * DAY_MS;
const TRIAL_MS = 14 * DAY_MS;

interface Kept extends PayingTenant {
  readonly subscription: Subscription;
}

interface KeptInvoice {
  readonly customer: string;
  readonly subscriptionId: string;
  readonly invoice: Invoice;
}

/** What the provider in memory keeps, and what its customers and time do to it. Ids count up; times are the clock's. */
export type PaymentBook = ReturnType<typeof paymentBook>;

export function paymentBook(clock: Clock) {
  const kept = new Map<string, Kept>();
  const invoices: KeptInvoice[] = [];
  const messages: BillingMessage[] = [];
  const deleted = new Set<string>();
  const counts = new Map<string, number>();

  const nextId = (prefix: string) => {
    const count = (counts.get(prefix) ?? 0) + 1;
    counts.set(prefix, count);
    return `${prefix}_${String(count).padStart(9, "0")}`;
  };
  const message = (
    type: string,
    customer: string,
    known = true,
  ): BillingMessage => ({
    provider: "memory",
    id: nextId("evt"),
    type,
    known,
    occurredAt: clock.now(),
    customer,
  });
  const change = (id: string, type: string, to: Partial<Subscription>) => {
    const before = kept.get(id);
    if (!before) throw new Error(`no subscription ${id}`);
    const subscription = { ...before.subscription, ...to };
    kept.set(id, { ...before, subscription });
    messages.push(message(`subscription.${type}`, before.customer));
  };
  const bill = (
    id: string,
    { customer }: PayingTenant,
    status: Invoice["status"],
  ) => {
    const number = nextId("inv");
    invoices.push({
      customer,
      subscriptionId: id,
      invoice: {
        id: number,
        number,
        status,
        total: { minor: "2000", currency: "EUR" },
        createdAt: clock.now(),
        url: null,
      },
    });
  };
  /** Pays what is open of it, or opens an invoice where none is. Since when it owes. */
  const settle = (id: string, isOwed: boolean): Instant | null => {
    const of = kept.get(id)!;
    const isOpen = ({ subscriptionId, invoice }: KeptInvoice) =>
      subscriptionId === id && invoice.status === "open";
    if (isOwed && !invoices.some(isOpen)) bill(id, of, "open");
    if (isOwed) return invoices.find(isOpen)!.invoice.createdAt;
    invoices.forEach((one, at) => {
      if (!isOpen(one)) return;
      invoices[at] = { ...one, invoice: { ...one.invoice, status: "paid" } };
    });
    return null;
  };

  const become = (id: string, status: SubscriptionStatus): void => {
    const isOwed = status === "past_due" || status === "unpaid";
    const since = settle(id, isOwed);
    const ends = isOver({ status });
    change(id, status, {
      status,
      endedAt: ends ? clock.now() : null,
      ...ends && { endsAt: null },
      ...status === "trialing" && {
        trialEndsAt: plusMs(clock.now(), TRIAL_MS),
      },
      owedSince: status === "past_due" ? since : null,
    });
  };

  return {
    nextId,
    message,
    messages,
    become,
    deleteCustomer(customer: string): void {
      for (const { customer: of, subscription } of kept.values()) {
        if (of === customer && !isOver(subscription)) {
          become(subscription.id, "ended");
        }
      }
      deleted.add(customer);
      messages.push(message("customer.deleted", customer));
    },
    isDeleted: (customer: string): boolean => deleted.has(customer),
    subscribe(
      tenant: PayingTenant,
      price: string,
      trialEndsAt: Instant | null,
    ): string {
      const [id, now] = [nextId("sub"), clock.now()];
      const { customer, tenantId } = tenant;
      kept.set(id, {
        customer,
        tenantId,
        subscription: {
          id,
          status: trialEndsAt === null ? "active" : "trialing",
          createdAt: now,
          priceIds: [price],
          period: { start: now, end: trialEndsAt ?? plusMs(now, PERIOD_MS) },
          trialEndsAt,
          endsAt: null,
          endedAt: null,
          owedSince: null,
        },
      });
      if (trialEndsAt === null) bill(id, tenant, "paid");
      messages.push(message("subscription.created", customer));
      return id;
    },
    reprice: (id: string, price: string): void =>
      change(id, "updated", { priceIds: [price] }),
    endWithPeriod: (id: string): void =>
      change(id, "updated", {
        endsAt: kept.get(id)?.subscription.period?.end ?? null,
      }),
    /** By age. */
    subscriptions: (): readonly Kept[] => [...kept.values()],
    /** The latest first. */
    invoicesOf: (customer: string): readonly Invoice[] =>
      invoices.filter((one) => one.customer === customer)
        .map(({ invoice }) => invoice).reverse(),
  };
}
