import { type PaddleSubject, paddleSubject } from "./paddle_subject.ts";
import { paymentsTest, type PaymentsTrial } from "./payments_trial.ts";

/** Whoever is made a customer first. */
export const CTM_1 = "ctm_00000000000000000000000001";
/** Every status, as a list asks for it. */
export const ALL = "active,canceled,past_due,paused,trialing";

/** A test before a Paddle of its own. */
export function paddleTest(
  promise: string,
  trial: PaymentsTrial<PaddleSubject>,
  checkoutUrl: string | null = null,
): void {
  paymentsTest(
    `paddle: ${promise}`,
    (clock) => paddleSubject(clock, checkoutUrl),
    trial,
  );
}

/** Method, path and body of what was asked. */
export const asked = ({ server }: PaddleSubject) =>
  server.requests.map(({ method, path, body }) =>
    [`${method} ${path}`, body] as const
  );
