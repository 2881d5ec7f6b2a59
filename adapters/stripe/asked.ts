import Stripe from "stripe";
import type { PaymentFailure } from "../../ports/payments.ts";
import { paymentFailures } from "../../src/billing/payment_failures.ts";
import type { Facts } from "../../src/kernel/failure.ts";
import { fail, ok, type Result } from "../../src/kernel/result.ts";

/** Too many at once, another request with the same key or for the same object under way, or somebody behind Stripe is away. */
const BUSY: ReadonlySet<number> = new Set([408, 409, 424, 425, 429]);

/** What Stripe answers where our key is not good, or may not do that: no customer can mend it. */
const OUR_KEY: ReadonlyMap<number, string> = new Map([
  [401, "unauthenticated"],
  [403, "forbidden"],
]);

/** What `ask` gives, or why Stripe gave nothing. What it threw goes no further: it holds what was said of a customer. */
export async function asked<T>(
  ask: () => Promise<T>,
): Promise<Result<T, PaymentFailure>> {
  try {
    return ok(await ask());
  } catch (error) {
    if (error instanceof Stripe.errors.StripeError) {
      return fail(failureOf(error));
    }
    throw error;
  }
}

/** Whether Stripe says that what was named is not there. */
export function isMissing(error: unknown): boolean {
  return error instanceof Stripe.errors.StripeError &&
    error.code === "resource_missing";
}

/** Whether it is an error of Stripe's that was not met now, but when this key was used before. */
export function isRemembered(error: unknown): boolean {
  return error instanceof Stripe.errors.StripeError &&
    (error.statusCode ?? 0) >= 500 &&
    error.headers?.["idempotent-replayed"] === "true";
}

/** No status: there was no answer, or it could not be read. */
function failureOf(error: Stripe.errors.StripeError): PaymentFailure {
  const { statusCode, rawType, code } = error;
  const ourKey = OUR_KEY.get(statusCode ?? 0);
  if (ourKey) {
    return paymentFailures.unavailable({ code: wordOf(code ?? ourKey) });
  }
  if (
    statusCode === undefined || statusCode >= 500 || BUSY.has(statusCode) ||
    code === "rate_limit"
  ) {
    return paymentFailures.unavailable(retryAfter(error));
  }
  if (rawType === "idempotency_error") return paymentFailures.key_reused();
  return paymentFailures.refused({ code: wordOf(code ?? rawType) });
}

function retryAfter({ headers }: Stripe.errors.StripeError): Facts {
  const seconds = headers?.["retry-after"];
  return seconds !== undefined && /^\d{1,6}$/.test(seconds)
    ? { retry_after_s: Number(seconds) }
    : {};
}

function wordOf(word = ""): string {
  return /^[a-z0-9_]{1,64}$/.test(word) ? word : "unknown";
}
