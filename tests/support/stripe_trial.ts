import { paymentsTest, type PaymentsTrial } from "./payments_trial.ts";
import { type StripeSubject, stripeSubject } from "./stripe_subject.ts";

/** A test before a Stripe of its own. */
export function stripeTest(
  promise: string,
  trial: PaymentsTrial<StripeSubject>,
): void {
  paymentsTest(`stripe: ${promise}`, stripeSubject, trial);
}

/** Method, path and form of what was asked. */
export const asked = ({ server }: StripeSubject) =>
  server.requests.map(({ method, path, form }) =>
    [`${method} ${path}`, form] as const
  );

/** The idempotency keys of what was asked. */
export const keysOf = ({ server }: StripeSubject) =>
  server.requests.map(({ headers }) => headers.get("idempotency-key"));
