import type { Manifest } from "./manifest.ts";

/** Mollie's payments (https://docs.mollie.com/reference/list-payments). The secret is an API key of the account. They cannot be asked for by time, and one may be paid long after it was made: the whole list is read, twice a day. */
export const molliePayments: Manifest = {
  name: "mollie_payments",
  title: "Mollie: payments",
  settings: {
    auth: { kind: "bearer" },
    list: {
      url: "https://api.mollie.com/v2/payments",
      query: { limit: "250" },
      headers: {},
      items: "/_embedded/payments",
      id: "/id",
    },
    paging: { style: "url", next: "/_links/next/href" },
    every_minutes: 720,
  },
  mapping: `status = "paid" ? {
  "external_id": id,
  "occurred_at": paidAt ? paidAt : createdAt,
  "description": description,
  "counterparty": details.consumerName,
  "amount": { "value": amount.value, "currency": amount.currency },
  "attributes": { "method": method }
}`,
};
