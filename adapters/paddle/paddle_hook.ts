import type { Clock } from "../../ports/clock.ts";
import type { PaymentHook } from "../../ports/payment_hook.ts";
import { fail, ok } from "../../src/kernel/result.ts";
import { hookFailures } from "../../src/tenancy/provider_word.ts";
import { isInTime, isSigned, readSignature } from "./hook_signature.ts";
import { readEvent } from "./read_event.ts";

/** Reads the webhooks of Paddle. */
export function paddleHook({ secretsAt, clock }: {
  /** The secret keys of the notification destination that are accepted at that time. */
  readonly secretsAt: (now: ReturnType<Clock["now"]>) => readonly string[];
  readonly clock: Clock;
}): PaymentHook {
  return {
    provider: "paddle",
    async read(bytes, headers) {
      const signature = readSignature(headers.get("paddle-signature") ?? "");
      if (!signature) return fail(hookFailures.malformed());
      const now = clock.now();
      const isTrusted = isInTime(signature, Date.parse(now)) &&
        await isSigned(signature, bytes, secretsAt(now));
      if (!isTrusted) return fail(hookFailures.untrusted());
      const message = readEvent(bytes);
      return message ? ok(message) : fail(hookFailures.malformed());
    },
  };
}
