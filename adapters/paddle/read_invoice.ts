import type { Transaction, TransactionStatus } from "@paddle/paddle-node-sdk";
import type { Invoice } from "../../src/billing/invoice.ts";
import { readMinor } from "../../src/kernel/money.ts";
import { instantOf } from "./instant_of.ts";

const STATUSES = {
  draft: "draft",
  ready: "draft",
  billed: "open",
  past_due: "open",
  paid: "paid",
  completed: "paid",
  canceled: "void",
} as const satisfies Record<TransactionStatus, Invoice["status"]>;

/** What is listed as an invoice: a checkout that was opened and left is none. */
export const INVOICED: TransactionStatus[] = [
  "billed",
  "past_due",
  "paid",
  "completed",
  "canceled",
];

/**
 * An invoice in our words. Paddle counts in the smallest units of ISO 4217 (developer.paddle.com/api-reference/currencies).
 * Its page is in the portal: an address of its own would have to be asked for, and ends after an hour.
 */
export function readInvoice(told: Transaction): Invoice {
  const status = new Map<string, Invoice["status"]>(Object.entries(STATUSES))
    .get(told.status);
  if (!status) {
    throw new Error(
      `Paddle has a status of transactions unknown here: ${told.status}`,
    );
  }
  const total = readMinor(told.details?.totals?.total ?? "");
  if ("wrong" in total) {
    throw new Error(`Paddle told a total that ${total.wrong}`);
  }
  return {
    id: told.id,
    number: told.invoiceNumber,
    status,
    total: { minor: total.minor, currency: told.currencyCode },
    createdAt: instantOf(told.createdAt),
    url: null,
  };
}
