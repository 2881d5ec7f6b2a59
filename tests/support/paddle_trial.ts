import assert from "node:assert/strict";
import type { PayingTenant } from "../../ports/payments.ts";
import { type PaddleSubject, paddleSubject } from "./paddle_subject.ts";
import { sampleIds } from "./samples.ts";
import { settableClock } from "./settable_clock.ts";

/** Whoever is made a customer first. */
export const CTM_1 = "ctm_00000000000000000000000001";
export const EMAIL = "ann+pay@foxglove.example";
/** Every status, as a list asks for it. */
export const ALL = "active,canceled,past_due,paused,trialing";

/** A test before a Paddle of its own. */
export function paddleTest(
  promise: string,
  body: (
    subject: PaddleSubject,
    clock: ReturnType<typeof settableClock>,
  ) => Promise<void>,
  checkoutUrl: string | null = null,
): void {
  Deno.test(`paddle: ${promise}`, async () => {
    const clock = settableClock();
    const subject = paddleSubject(clock, checkoutUrl);
    try {
      await body(subject, clock);
    } finally {
      await subject.close();
    }
  });
}

/** A new tenant of a person. */
export const named = (email = EMAIL) => ({
  tenantId: sampleIds.next("ten"),
  name: "Foxglove & Söhne",
  email,
});

/** A new tenant as a customer; what was asked for it is forgotten. */
export async function customer(
  { payments, server }: PaddleSubject,
  email = EMAIL,
): Promise<PayingTenant> {
  const tenant = named(email);
  const told = await payments.customerOf(tenant);
  assert.ok(told.ok);
  server.requests.length = 0;
  return { customer: told.value, tenantId: tenant.tenantId };
}

/** Method, path and body of what was asked. */
export const asked = ({ server }: PaddleSubject) =>
  server.requests.map(({ method, path, body }) =>
    [`${method} ${path}`, body] as const
  );
