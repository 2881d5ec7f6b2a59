import type { Manifest } from "./manifest.ts";

/**
 * Stripe's balance transactions: what moves the balance, fees apart. Needs a restricted key that reads the balance
 * (https://docs.stripe.com/api/balance_transactions/list). They come newest first, so what is new while a pull runs is
 * found by the next one.
 */
export const stripeBalanceTransactions: Manifest = {
  name: "stripe_balance_transactions",
  title: "Stripe: balance transactions",
  settings: {
    auth: { kind: "bearer" },
    list: {
      url: "https://api.stripe.com/v1/balance_transactions",
      query: { limit: "100" },
      headers: { "Stripe-Version": "2025-03-31.basil" },
      items: "/data",
      id: "/id",
    },
    paging: {
      style: "last_id",
      parameter: "starting_after",
      has_more: "/has_more",
    },
    since: {
      parameter: "created[gte]",
      pointer: "/created",
      format: "unix",
      overlap_s: 86_400,
    },
    every_minutes: 60,
  },
  mapping: `{
  "external_id": id,
  "occurred_at": created,
  "description": description ? description : "Stripe " & type,
  "amount": { "minor": amount, "currency": $uppercase(currency) },
  "pending": status = "pending",
  "attributes": {
    "type": type,
    "reporting_category": reporting_category,
    "fee": fee,
    "net": net,
    "source": source
  }
}`,
};
