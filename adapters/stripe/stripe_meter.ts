import Stripe from "stripe";
import type { UsageMeter } from "../../ports/usage_meter.ts";
import { paymentFailures } from "../../src/billing/payment_failures.ts";
import { fail, ok } from "../../src/kernel/result.ts";
import { asked } from "./asked.ts";
import { stripeClient, type StripeSettings } from "./stripe_client.ts";

/** Counts what is used with Stripe's meters, whose keys are as Stripe presets them: `stripe_customer_id` and `value`. */
export function stripeMeter(settings: StripeSettings): UsageMeter {
  const stripe = stripeClient(settings);
  return {
    async report({ id, customer, meter, amount, at }) {
      const told = await asked(() =>
        heard(() =>
          stripe.billing.meterEvents.create({
            event_name: meter,
            identifier: id,
            timestamp: Math.floor(Date.parse(at) / 1_000),
            payload: { stripe_customer_id: customer, value: String(amount) },
          })
        )
      );
      if (told.ok) return ok(null);
      const { kind, facts } = told.failure;
      // What our key was not good for was not heard.
      const isUnsure = kind === "payments.unavailable" && !("code" in facts);
      return fail(
        isUnsure
          ? paymentFailures.unavailable(facts)
          : paymentFailures.refused(facts),
      );
    },
  };
}

/**
 * Stripe refuses an identifier that it knows; it was heard then. Older answers say so in no code. The identifier is what
 * keeps a reading from being counted twice. A key of ours beside it would keep it from being counted at all: under a key
 * an error of Stripe's is remembered for a day too. The SDK's own keys hold for one call and its repetitions.
 */
async function heard(tell: () => Promise<unknown>): Promise<void> {
  try {
    await tell();
  } catch (error) {
    const isKnown = error instanceof Stripe.errors.StripeError &&
      (error.code === "duplicate_meter_event" ||
        /event already exists with identifier/.test(error.message));
    if (!isKnown) throw error;
  }
}
