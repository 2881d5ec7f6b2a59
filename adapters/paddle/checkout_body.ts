import type { CreateTransactionRequestBody } from "@paddle/paddle-node-sdk";
import type { CheckoutRequest } from "../../ports/payments.ts";
import { TENANT_KEY } from "./read_subscription.ts";

/**
 * A transaction whose checkout opens on `checkoutUrl`, or on the page that the account names. Paddle copies its custom
 * data to the subscription that comes of it.
 *
 * Some things asked for have no counterpart at Paddle. A trial is a part of the price: `trialDays` changes nothing, and
 * who buys a price with a trial has it, for the second time too. `returnUrl`: the page of the checkout says where one
 * goes after it. There are no idempotency keys: asked again it is another transaction, of which nothing is charged
 * unless somebody pays it. And nothing that is used is counted: `usagePrice` is paid once in each period.
 */
export function checkoutBody(
  { customer, tenantId, price, usagePrice }: CheckoutRequest,
  checkoutUrl: string | null,
): CreateTransactionRequestBody {
  const prices = usagePrice === null ? [price] : [price, usagePrice];
  return {
    items: prices.map((priceId) => ({ priceId, quantity: 1 })),
    customerId: customer,
    customData: { [TENANT_KEY]: tenantId },
    ...checkoutUrl !== null && { checkout: { url: checkoutUrl } },
  };
}
