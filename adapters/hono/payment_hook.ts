import type { Hono } from "hono";
import type { Deps } from "../../ports/deps.ts";
import type { PaymentHook } from "../../ports/payment_hook.ts";
import type { Heard } from "../../src/billing/heard.ts";
import { hearPayments } from "../../src/billing/use_cases/hear_payments.ts";
import type { ApiEnv } from "./api_context.ts";
import { mountHook } from "./mount_hook.ts";

/** The address of the payment provider: 200 once a message is kept, with what became of it. */
export function mountPaymentHook(
  app: Hono<ApiEnv>,
  { hook, onHeard = () => {} }: {
    readonly hook: PaymentHook;
    /** Told what became of each message. */
    readonly onHeard?: ((heard: Heard) => void) | undefined;
  },
  deps: Deps,
): void {
  mountHook(app, hook, async (c, message) => {
    const received = await hearPayments(deps, message);
    onHeard(received);
    return c.json({ received });
  });
}
