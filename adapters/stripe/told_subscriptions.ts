import type Stripe from "stripe";
import type { Subscription } from "../../src/billing/subscription.ts";
import type { Instant } from "../../src/kernel/instant.ts";
import { instantOf, readSubscription } from "./read_subscription.ts";

/** As many as Stripe puts on one page. */
export const PAGE_MAX = 100;

/**
 * These subscriptions in our words, with what Stripe must be asked for besides: further items, and since when a customer
 * owes. However they were listed, the same subscription reads the same, so that readings can be compared.
 */
export async function toldSubscriptions(
  stripe: Stripe,
  told: readonly Stripe.Subscription[],
): Promise<readonly Subscription[]> {
  const owedSince = new Map<string, Instant>();
  const debtors = told.filter(({ status }) => status === "past_due")
    .map(({ customer }) => idOf(customer));
  for (const customer of new Set(debtors)) {
    for (const [id, since] of await debtsOf(stripe, customer)) {
      owedSince.set(id, since);
    }
  }
  const read: Subscription[] = [];
  for (const one of told) {
    const items = await itemsOf(stripe, one);
    read.push(readSubscription(one, items, owedSince.get(one.id) ?? null));
  }
  return read;
}

/** The id of what Stripe may have put in whole. */
export function idOf(one: string | { readonly id: string }): string {
  return typeof one === "string" ? one : one.id;
}

async function itemsOf(
  stripe: Stripe,
  { id, items }: Stripe.Subscription,
): Promise<readonly Stripe.SubscriptionItem[]> {
  if (!items.has_more) return items.data;
  return await Array.fromAsync(
    stripe.subscriptionItems.list({ subscription: id, limit: PAGE_MAX }),
  );
}

/** When the oldest open invoice of each subscription of the customer was made. */
async function debtsOf(
  stripe: Stripe,
  customer: string,
): Promise<ReadonlyMap<string, Instant>> {
  const oldest = new Map<string, number>();
  const open = { customer, status: "open" as const, limit: PAGE_MAX };
  for await (const { parent, created } of stripe.invoices.list(open)) {
    const of = parent?.subscription_details?.subscription;
    if (!of) continue;
    const id = idOf(of);
    oldest.set(id, Math.min(created, oldest.get(id) ?? created));
  }
  return new Map([...oldest].map(([id, at]) => [id, instantOf(at)]));
}
