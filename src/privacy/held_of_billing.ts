import { type Held, NOTHING, TENANT_LONG } from "./held.ts";

/** The part of the register about who pays. Names, addresses and cards stand at the payment provider alone. */
export const HELD_OF_BILLING: Readonly<Record<string, Held>> = {
  billing_accounts: {
    of: "whoever pays for the company, by the payment provider's ids",
    personal: "customer subscriptions",
    plain:
      "tenant_id id version provider hinted synced synced_at told created_at",
    kept: TENANT_LONG,
    erased:
      "nothing by itself: the ids name nobody without the provider, where the person is erased",
  },
  billing_events: {
    of: "whoever pays for the company, by the payment provider's ids",
    personal: "id",
    plain: "tenant_id provider type known occurred_at received_at",
    kept: TENANT_LONG,
    erased:
      "nothing: the id and the type of what the provider told, not what it told",
  },
  usage_months: {
    of: null,
    personal: "",
    plain: "tenant_id month meter used cut_off reached_limit",
    kept: TENANT_LONG,
    erased: NOTHING,
  },
  usage_reports: {
    of: null,
    personal: "",
    plain:
      "tenant_id id version month meter amount created_at first_sent_at state",
    kept: TENANT_LONG,
    erased: NOTHING,
  },
};
