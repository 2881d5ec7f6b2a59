import type { Payments } from "../../ports/payments.ts";
import type { Page } from "../../src/kernel/page.ts";
import { askedOf } from "./asked_of.ts";
import { checkoutBody } from "./checkout_body.ts";
import { closeCustomer } from "./close_customer.ts";
import { customerOf } from "./customer_of.ts";
import { listedSubscriptions } from "./listed_subscriptions.ts";
import { paddleClient } from "./paddle_client.ts";
import { asked } from "./paddle_failed.ts";
import type { PaddleSettings } from "./paddle_requests.ts";
import { INVOICED, readInvoice } from "./read_invoice.ts";
import { isOwn } from "./read_subscription.ts";
import { PADDLE_STATUSES } from "./subscription_status.ts";
import {
  SUBSCRIPTIONS_MAX,
  subscriptionsAt,
  toldSubscriptions,
  TRANSACTIONS_MAX,
} from "./told_subscriptions.ts";

/** Payments by Paddle. A tenant is a customer of its own there, and each subscription says which tenant it is of. */
export function paddlePayments(
  { checkoutUrl, ...settings }: PaddleSettings & {
    /** The page that carries the checkout; null: the one that the account names. */
    readonly checkoutUrl: string | null;
  },
): Payments {
  const paddle = paddleClient(settings);
  const { customers, portalSessions, subscriptions, transactions } = paddle;
  return {
    provider: "paddle",
    customerOf: (tenant) => asked(() => customerOf(customers, tenant)),
    checkout: (request) =>
      askedOf(paddle, request.customer, async () => {
        const { checkout } = await transactions.create(
          checkoutBody(request, checkoutUrl),
        );
        return { url: urlIn(checkout?.url), expiresAt: null };
      }),
    // Paddle leads back to no address, and knows no keys: asked again it is another link to the same.
    portal: ({ customer }) =>
      askedOf(paddle, customer, async () => {
        const { urls } = await portalSessions.create(customer, []);
        return { url: urlIn(urls.general.overview) };
      }),
    subscriptionsOf: ({ customer, tenantId }) =>
      asked(async () => {
        const all = await subscriptionsAt(paddle, customer);
        const own = all.filter((one) => isOwn(one, tenantId));
        return await toldSubscriptions(paddle, own);
      }),
    subscriptions: ({ limit, cursor }) =>
      asked(async () => {
        const list = subscriptions.list({
          status: PADDLE_STATUSES,
          orderBy: "id[ASC]",
          perPage: Math.min(limit, SUBSCRIPTIONS_MAX),
          ...cursor !== null && { after: cursor },
        });
        const told = await list.next();
        const data = await listedSubscriptions(paddle, told);
        return { data, nextCursor: nextIn(list, told) };
      }),
    invoices: (customer, { limit, cursor }) =>
      asked(async () => {
        const list = transactions.list({
          customerId: [customer],
          status: INVOICED,
          // Ids begin with the time at which they were made.
          orderBy: "id[DESC]",
          perPage: Math.min(limit, TRANSACTIONS_MAX),
          ...cursor !== null && { after: cursor },
        });
        const told = await list.next();
        return { data: told.map(readInvoice), nextCursor: nextIn(list, told) };
      }),
    close: (tenant) => asked(() => closeCustomer(paddle, tenant)),
  };
}

function urlIn(url: string | null | undefined): string {
  if (!url) throw new Error("Paddle made a page without an address");
  return url;
}

/** Paddle's cursor is the id of the last one. */
function nextIn(
  { hasMore }: { readonly hasMore: boolean },
  told: readonly { readonly id: string }[],
): Page<never>["nextCursor"] {
  return hasMore ? told.at(-1)?.id ?? null : null;
}
