import type Stripe from "stripe";
import type { CheckoutRequest } from "../../ports/payments.ts";
import { TENANT_KEY } from "./read_subscription.ts";

/** A page of Stripe's on which that customer buys that price. What is paid by use has no quantity. */
export function checkoutParams(
  { customer, tenantId, price, usagePrice, trialDays, returnUrl }:
    CheckoutRequest,
): Stripe.Checkout.SessionCreateParams {
  return {
    mode: "subscription",
    ui_mode: "hosted_page",
    customer,
    client_reference_id: tenantId,
    line_items: [
      { price, quantity: 1 },
      ...usagePrice === null ? [] : [{ price: usagePrice }],
    ],
    subscription_data: {
      metadata: { [TENANT_KEY]: tenantId },
      ...trialDays > 0 && { trial_period_days: trialDays },
    },
    success_url: returnUrl,
    cancel_url: returnUrl,
  };
}
