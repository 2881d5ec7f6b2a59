import type { Instant } from "../../src/kernel/instant.ts";

/** Objects of Paddle's API, after its reference (developer.paddle.com/api-reference): its fields, our content. */

export interface PaddleCustomer {
  readonly id: string;
  readonly email: string;
  readonly name: string | null;
  readonly created_at: Instant;
  custom_data: object | null;
  status: "active" | "archived";
}

export interface PaddleSubscription {
  readonly id: string;
  readonly customer_id: string;
  readonly created_at: Instant;
  custom_data: object | null;
  /** Ids of the prices of its items. */
  prices: readonly string[];
  status: string;
  period: { readonly starts_at: Instant; readonly ends_at: Instant } | null;
  trial: { readonly starts_at: Instant; readonly ends_at: Instant } | null;
  scheduled_change: {
    readonly action: "cancel" | "pause";
    readonly effective_at: Instant;
  } | null;
  canceled_at: Instant | null;
}

export interface PaddleTransaction {
  readonly id: string;
  readonly customer_id: string;
  readonly subscription_id: string | null;
  readonly custom_data: object | null;
  readonly prices: readonly string[];
  readonly created_at: Instant;
  billed_at: Instant | null;
  status: string;
  readonly invoice_number: string | null;
  readonly currency_code: string;
  /** In the currency's smallest unit. */
  readonly total: string;
  readonly checkout_url: string;
}

/** A time as Paddle writes it, in microseconds. */
export function paddleTime(instant: Instant): string {
  return instant.replace("Z", "000Z");
}

function timeOrNull(instant: Instant | null): string | null {
  return instant && paddleTime(instant);
}

function spanOf(
  span: PaddleSubscription["period"],
): { readonly starts_at: string; readonly ends_at: string } | null {
  return span && {
    starts_at: paddleTime(span.starts_at),
    ends_at: paddleTime(span.ends_at),
  };
}

/** A customer as Paddle would tell it. */
export function customerObject(kept: PaddleCustomer): object {
  return {
    ...kept,
    created_at: paddleTime(kept.created_at),
    updated_at: paddleTime(kept.created_at),
    marketing_consent: false,
    locale: "en",
    import_meta: null,
  };
}

const MONTHLY = { interval: "month", frequency: 1 };
const SINCE = "2026-01-01T00:00:00.123456Z";
const PRODUCT = {
  id: "pro_0000000000000000000balance",
  name: "Balance",
  type: "standard",
  tax_category: "saas",
  description: "Categories for what a company spends",
  image_url: null,
  custom_data: null,
  status: "active",
  import_meta: null,
  created_at: SINCE,
  updated_at: SINCE,
};

function priceObject(id: string): object {
  return {
    id,
    product_id: PRODUCT.id,
    type: "standard",
    description: "What Balance costs",
    name: null,
    billing_cycle: MONTHLY,
    trial_period: null,
    tax_mode: "account_setting",
    unit_price: { amount: "2000", currency_code: "USD" },
    unit_price_overrides: [],
    custom_data: null,
    quantity: { minimum: 1, maximum: 1 },
    status: "active",
    import_meta: null,
    created_at: SINCE,
    updated_at: SINCE,
  };
}

/** A subscription as Paddle would tell it. */
export function subscriptionObject(kept: PaddleSubscription): object {
  const { prices, period, trial, scheduled_change: change, ...rest } = kept;
  const created = paddleTime(kept.created_at);
  return {
    ...rest,
    address_id: "add_00000000000000000000000001",
    business_id: null,
    currency_code: "USD",
    created_at: created,
    updated_at: created,
    started_at: created,
    first_billed_at: trial ? null : created,
    next_billed_at: timeOrNull(period?.ends_at ?? null),
    paused_at: kept.status === "paused" ? created : null,
    canceled_at: timeOrNull(kept.canceled_at),
    discount: null,
    collection_mode: "automatic",
    billing_details: null,
    current_billing_period: spanOf(period),
    billing_cycle: MONTHLY,
    scheduled_change: change && {
      ...change,
      effective_at: paddleTime(change.effective_at),
      resume_at: null,
    },
    management_urls: {
      update_payment_method: null,
      cancel: `https://buyer-portal.paddle.example/${kept.id}/cancel`,
    },
    items: prices.map((price) => ({
      status: trial ? "trialing" : "active",
      quantity: 1,
      recurring: true,
      created_at: created,
      updated_at: created,
      previously_billed_at: trial ? null : created,
      next_billed_at: timeOrNull(period?.ends_at ?? null),
      trial_dates: spanOf(trial),
      price: priceObject(price),
      product: PRODUCT,
    })),
    import_meta: null,
  };
}

/** A transaction as Paddle would tell it. */
export function transactionObject(kept: PaddleTransaction): object {
  const { prices, total, checkout_url: url, ...rest } = kept;
  const totals = { subtotal: total, discount: "0", tax: "0", total };
  const whole = {
    ...totals,
    credit: "0",
    credit_to_balance: "0",
    balance: "0",
    grand_total: total,
    grand_total_tax: "0",
    fee: null,
    earnings: null,
    currency_code: kept.currency_code,
  };
  return {
    ...rest,
    address_id: null,
    business_id: null,
    origin: kept.subscription_id === null ? "api" : "subscription_recurring",
    invoice_id: null,
    collection_mode: "automatic",
    discount_id: null,
    billing_details: null,
    billing_period: null,
    items: prices.map((price) => ({
      price_id: price,
      price: priceObject(price),
      quantity: 1,
      proration: null,
    })),
    details: {
      tax_rates_used: [{ tax_rate: "0", totals }],
      totals: whole,
      adjusted_totals: { ...whole, retained_fee: "0" },
      payout_totals: null,
      adjusted_payout_totals: null,
      line_items: prices.map((price, i) => ({
        id: `txnitm_${kept.id.slice(4)}${i}`,
        price_id: price,
        quantity: 1,
        proration: null,
        tax_rate: "0",
        unit_totals: totals,
        totals,
        product: PRODUCT,
      })),
    },
    payments: [],
    checkout: { url },
    created_at: paddleTime(kept.created_at),
    updated_at: paddleTime(kept.created_at),
    billed_at: timeOrNull(kept.billed_at),
    revised_at: null,
  };
}
