import type { PaymentFailure } from "../../ports/payments.ts";
import { paymentFailures } from "../../src/billing/payment_failures.ts";
import { fail, type Result } from "../../src/kernel/result.ts";
import type { PaddleClient } from "./paddle_client.ts";
import { asked } from "./paddle_failed.ts";

/** What `ask` gives of a customer. No one word of Paddle's says that a customer is archived: who is refused is looked up. */
export async function askedOf<T>(
  { customers }: PaddleClient,
  customer: string,
  ask: () => Promise<T>,
): Promise<Result<T, PaymentFailure>> {
  const told = await asked(ask);
  if (told.ok || told.failure.kind !== "payments.refused") return told;
  const found = await asked(() => customers.get(customer));
  if (!found.ok) return found;
  return found.value.status === "archived"
    ? fail(paymentFailures.customer_gone())
    : told;
}
