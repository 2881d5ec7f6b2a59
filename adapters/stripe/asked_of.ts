import type Stripe from "stripe";
import type { PaymentFailure } from "../../ports/payments.ts";
import { paymentFailures } from "../../src/billing/payment_failures.ts";
import { fail, type Result } from "../../src/kernel/result.ts";
import { asked } from "./asked.ts";

/**
 * What `ask` gives of a customer. Stripe calls one that was deleted missing, as it does a price, or a customer of another
 * account, whom a key of the wrong account would have replaced for ever: only who is looked up and deleted is gone.
 */
export async function askedOf<T>(
  stripe: Stripe,
  customer: string,
  ask: () => Promise<T>,
): Promise<Result<T, PaymentFailure>> {
  const told = await asked(ask);
  if (told.ok || told.failure.facts["code"] !== "resource_missing") return told;
  const found = await asked(() => stripe.customers.retrieve(customer));
  if (!found.ok) return found;
  return found.value.deleted ? fail(paymentFailures.customer_gone()) : told;
}
