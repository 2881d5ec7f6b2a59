import { z } from "zod";
import type { PaymentFailure } from "../../ports/payments.ts";
import { paymentFailures } from "../../src/billing/payment_failures.ts";
import type { Facts } from "../../src/kernel/failure.ts";
import { PaddleFailed } from "./paddle_failed.ts";

const answer = z.looseObject({ data: z.record(z.string(), z.unknown()) })
  .or(z.looseObject({ data: z.array(z.unknown()) }));
const refusal = z.object({
  error: z.object({
    type: z.string(),
    code: z.string(),
    detail: z.string().optional(),
  }),
});

/** Refusals that pass: somebody else was at it, or a subscription is about to renew (developer.paddle.com/errors). */
const PASSING: ReadonlySet<string> = new Set([
  "concurrent_modification",
  "conflict",
  "subscription_locked_processing",
  "subscription_locked_renewal",
]);

/** What Paddle answered with `text`. Throws `PaddleFailed` for a refusal, and for whatever is no answer of Paddle's, as a page of a proxy. */
export function paddleAnswer(response: Response, text: string): unknown {
  const body = jsonIn(text);
  if (response.ok && answer.safeParse(body).success) return body;
  const refused = refusal.safeParse(body);
  if (!refused.success) throw new PaddleFailed(unavailable(response));
  const { code, detail } = refused.data.error;
  throw new PaddleFailed(
    failureOf(response, code),
    /\bctm_\w{1,64}/.exec(detail ?? "")?.[0] ?? null,
  );
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // A page of a proxy, or half an answer.
    return null;
  }
}

function failureOf(response: Response, code: string): PaymentFailure {
  const { status } = response;
  const isBusy = status === 408 || status === 429 || status >= 500;
  if (isBusy || response.ok || PASSING.has(code)) return unavailable(response);
  const word = /^[a-z0-9_]{1,64}$/.test(code) ? code : "unknown";
  // Our key is not good, or may not do that: no customer can mend it.
  return status === 401 || status === 403
    ? paymentFailures.unavailable({ code: word })
    : paymentFailures.refused({ code: word });
}

function unavailable({ headers }: Response): PaymentFailure {
  const seconds = headers.get("retry-after") ?? "";
  const facts: Facts = /^\d{1,6}$/.test(seconds)
    ? { retry_after_s: Number(seconds) }
    : {};
  return paymentFailures.unavailable(facts);
}
