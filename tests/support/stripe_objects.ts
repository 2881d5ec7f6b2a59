import checkoutSession from "./stripe_fixtures/checkout_session.json" with {
  type: "json",
};
import customer from "./stripe_fixtures/customer.json" with { type: "json" };
import deletedCustomer from "./stripe_fixtures/deleted_customer.json" with {
  type: "json",
};
import event from "./stripe_fixtures/event.json" with { type: "json" };
import invoice from "./stripe_fixtures/invoice.json" with { type: "json" };
import meterEvent from "./stripe_fixtures/billing_meter_event.json" with {
  type: "json",
};
import portalSession from "./stripe_fixtures/billing_portal_session.json" with {
  type: "json",
};
import price from "./stripe_fixtures/price.json" with { type: "json" };
import subscription from "./stripe_fixtures/subscription.json" with {
  type: "json",
};
import subscriptionItem from "./stripe_fixtures/subscription_item.json" with {
  type: "json",
};

/** Objects of Stripe's API as Stripe publishes them for tests. */
export const OBJECTS = {
  "billing.meter_event": meterEvent,
  "billing_portal.session": portalSession,
  "checkout.session": checkoutSession,
  customer,
  deleted_customer: deletedCustomer,
  event,
  invoice,
  price,
  subscription,
  subscription_item: subscriptionItem,
};

export interface StripeCustomer {
  readonly id: string;
  readonly created: number;
  readonly metadata: Readonly<Record<string, string>>;
  name: string | null;
  email: string | null;
  deleted: boolean;
  /** Whether the search knows it by now. */
  indexed: boolean;
}

export interface StripeSubscription {
  readonly id: string;
  readonly customer: string;
  readonly created: number;
  readonly metadata: Readonly<Record<string, string>>;
  /** Ids of the prices of its items. */
  prices: readonly string[];
  status: string;
  period: { readonly start: number; readonly end: number };
  trial_end: number | null;
  cancel_at: number | null;
  cancel_at_period_end: boolean;
  ended_at: number | null;
}

export interface StripeInvoice {
  readonly id: string;
  readonly number: string;
  readonly customer: string;
  readonly subscription: string;
  readonly created: number;
  readonly currency: string;
  readonly total: number;
  status: string;
}

/** Items that Stripe puts into a subscription; further ones are asked for. */
const ITEMS_WITHIN = 10;

/** A customer as Stripe would tell it. */
export function customerObject(kept: StripeCustomer): object {
  const { deleted, indexed: _, ...rest } = kept;
  return deleted
    ? { ...OBJECTS.deleted_customer, id: kept.id }
    : { ...OBJECTS.customer, ...rest };
}

/** A subscription as Stripe would tell it. */
export function subscriptionObject(kept: StripeSubscription): object {
  const { prices: _, period: __, ...rest } = kept;
  const items = itemObjects(kept);
  return {
    ...OBJECTS.subscription,
    ...rest,
    canceled_at: kept.ended_at,
    pause_collection: null,
    pending_update: null,
    trial_start: kept.trial_end && kept.created,
    items: {
      object: "list",
      data: items.slice(0, ITEMS_WITHIN),
      has_more: items.length > ITEMS_WITHIN,
      url: `/v1/subscription_items?subscription=${kept.id}`,
    },
  };
}

/** The items of a subscription, each with a period that lies within the subscription's. */
export function itemObjects(
  { id, prices, period }: StripeSubscription,
): readonly { readonly id: string }[] {
  return prices.map((price, i) => ({
    ...OBJECTS.subscription_item,
    id: `si_${id}_${i}`,
    subscription: id,
    price: { ...OBJECTS.price, id: price },
    // A second item may have come to it later, and may be paid for less long.
    current_period_start: period.start + i,
    current_period_end: period.end - i,
  }));
}

/** An invoice as Stripe would tell it. */
export function invoiceObject(kept: StripeInvoice): object {
  const { subscription, ...rest } = kept;
  return {
    ...OBJECTS.invoice,
    ...rest,
    hosted_invoice_url: `https://invoice.stripe.example/i/${kept.id}`,
    parent: {
      type: "subscription_details",
      quote_details: null,
      subscription_details: { metadata: {}, subscription },
    },
  };
}
