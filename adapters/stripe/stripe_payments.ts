import type Stripe from "stripe";
import type { PaymentFailure, Payments } from "../../ports/payments.ts";
import type { Page, PageRequest } from "../../src/kernel/page.ts";
import type { Result } from "../../src/kernel/result.ts";
import { asked } from "./asked.ts";
import { askedOf } from "./asked_of.ts";
import { checkoutParams } from "./checkout_params.ts";
import { closeCustomer } from "./close_customer.ts";
import { customerOf } from "./customer_of.ts";
import { listedSubscriptions } from "./listed_subscriptions.ts";
import { oneAtATime } from "./one_at_a_time.ts";
import { readInvoice } from "./read_invoice.ts";
import { instantOf } from "./read_subscription.ts";
import { stripeClient, type StripeSettings } from "./stripe_client.ts";
import { subscriptionsAt } from "./subscriptions_at.ts";
import { PAGE_MAX, toldSubscriptions } from "./told_subscriptions.ts";

/** Payments by Stripe. A tenant is a customer of its own there, and each subscription says which tenant it is of. */
export function stripePayments(settings: StripeSettings): Payments {
  const stripe = stripeClient(settings);
  const customers = oneAtATime<Result<string, PaymentFailure>>();
  return {
    provider: "stripe",
    customerOf: (tenant) =>
      customers(
        `${tenant.tenantId} ${tenant.gone}`,
        () => asked(() => customerOf(stripe, tenant)),
      ),
    checkout: (request) =>
      askedOf(stripe, request.customer, async () => {
        const { url, expires_at } = await stripe.checkout.sessions.create(
          checkoutParams(request),
          keyed("checkout", request.customer, request.idempotencyKey),
        );
        return { url: urlIn(url), expiresAt: instantOf(expires_at) };
      }),
    portal: ({ customer, returnUrl, idempotencyKey }) =>
      askedOf(stripe, customer, async () => {
        const { url } = await stripe.billingPortal.sessions.create(
          { customer, return_url: returnUrl },
          keyed("portal", customer, idempotencyKey),
        );
        return { url: urlIn(url) };
      }),
    subscriptionsOf: (tenant) =>
      asked(async () =>
        toldSubscriptions(stripe, await subscriptionsAt(stripe, tenant))
      ),
    subscriptions: (page) =>
      asked(async () => {
        const list = await stripe.subscriptions.list({
          status: "all",
          ...paged(page),
        });
        const data = await listedSubscriptions(stripe, list.data);
        return { data, nextCursor: nextIn(list) };
      }),
    invoices: (customer, page) =>
      askedOf(stripe, customer, async () => {
        const list = await stripe.invoices.list({ customer, ...paged(page) });
        return { data: list.data.map(readInvoice), nextCursor: nextIn(list) };
      }),
    close: (tenant) => asked(() => closeCustomer(stripe, tenant)),
  };
}

/** A customer that takes the place of another begins with keys of its own. Without a key of the sender's, the SDK makes one up for each request and its repetitions. */
function keyed(
  what: string,
  whose: string,
  key: string | null,
): Stripe.RequestOptions {
  return key === null ? {} : { idempotencyKey: `${what}-${whose}-${key}` };
}

function urlIn(url: string | null): string {
  if (url === null) throw new Error("Stripe made a page without an address");
  return url;
}

/** Stripe's cursor is the id of the last one. */
function paged({ limit, cursor }: PageRequest): Stripe.PaginationParams {
  return {
    limit: Math.min(limit, PAGE_MAX),
    ...cursor !== null && { starting_after: cursor },
  };
}

function nextIn(
  { data, has_more }: Stripe.ApiList<{ readonly id: string }>,
): Page<never>["nextCursor"] {
  return has_more ? data.at(-1)?.id ?? null : null;
}
