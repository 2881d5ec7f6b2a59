import Stripe from "stripe";
import type { Clock } from "../../ports/clock.ts";
import type { PaymentHook } from "../../ports/payment_hook.ts";
import { fail, ok } from "../../src/kernel/result.ts";
import { hookFailures } from "../../src/tenancy/provider_word.ts";
import { readEvent } from "./read_event.ts";

/** Seconds by which a message may be late: what Stripe's own libraries allow. */
const TOLERANCE_S = 300;

/** Reads the webhooks of Stripe. */
export function stripeHook({ secretsAt, clock }: {
  /** The signing secrets that are accepted at that time. */
  readonly secretsAt: (now: ReturnType<Clock["now"]>) => readonly string[];
  readonly clock: Clock;
}): PaymentHook {
  return {
    provider: "stripe",
    async read(bytes, headers) {
      const text = textOf(bytes);
      const signature = headers.get("stripe-signature");
      if (text === null || signature === null) {
        return fail(hookFailures.malformed());
      }
      const now = clock.now();
      for (const secret of secretsAt(now)) {
        const isTrusted = await isSigned(text, signature, secret, now);
        if (!isTrusted) continue;
        const message = readEvent(text);
        return message ? ok(message) : fail(hookFailures.malformed());
      }
      return fail(hookFailures.untrusted());
    },
  };
}

/** The very bytes as text, so that its bytes are these; the SDK's own reading drops and replaces some. */
function textOf(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true })
      .decode(bytes);
  } catch {
    // Not UTF-8: Stripe sends no such message.
    return null;
  }
}

async function isSigned(
  text: string,
  signature: string,
  secret: string,
  now: ReturnType<Clock["now"]>,
): Promise<boolean> {
  try {
    await Stripe.webhooks.signature!.verifyHeaderAsync(
      text,
      signature,
      secret,
      TOLERANCE_S,
      undefined,
      Date.parse(now),
    );
    return true;
  } catch (error) {
    // It holds the message, so it goes no further.
    if (error instanceof Stripe.errors.StripeSignatureVerificationError) {
      return false;
    }
    throw error;
  }
}
