import type Stripe from "stripe";
import type { Invoice } from "../../src/billing/invoice.ts";
import { instantOf } from "./read_subscription.ts";
import { stripeMoney } from "./stripe_money.ts";

const STATUSES: readonly Invoice["status"][] = [
  "draft",
  "open",
  "paid",
  "void",
  "uncollectible",
];

/** An invoice in our words. */
export function readInvoice(told: Stripe.Invoice): Invoice {
  const status = STATUSES.find((one) => one === told.status);
  if (!status) {
    throw new Error(
      `Stripe has a status of invoices unknown here: ${told.status}`,
    );
  }
  return {
    id: told.id,
    number: told.number,
    status,
    total: stripeMoney(told.total, told.currency),
    createdAt: instantOf(told.created),
    url: told.hosted_invoice_url ?? null,
  };
}
