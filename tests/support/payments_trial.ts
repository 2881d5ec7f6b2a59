import assert from "node:assert/strict";
import type { PayingTenant } from "../../ports/payments.ts";
import type { PaymentsSubject } from "../contract/payments.ts";
import { sampleIds } from "./samples.ts";
import { settableClock } from "./settable_clock.ts";

export const EMAIL = "ann+pay@foxglove.example";

type SettableClock = ReturnType<typeof settableClock>;

/** What a test does before its subject. */
export type PaymentsTrial<Subject> = (
  subject: Subject,
  clock: SettableClock,
) => Promise<void>;

/** A test before a subject of its own, which is closed after it. */
export function paymentsTest<Subject extends PaymentsSubject>(
  promise: string,
  open: (clock: SettableClock) => Subject,
  trial: PaymentsTrial<Subject>,
): void {
  Deno.test(promise, async () => {
    const clock = settableClock();
    const subject = open(clock);
    try {
      await trial(subject, clock);
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
  gone: null,
});

/** A new tenant as a customer; what was asked for it is forgotten. */
export async function customer(
  { payments, server }: Pick<PaymentsSubject, "payments"> & {
    readonly server: { readonly requests: unknown[] };
  },
  email = EMAIL,
): Promise<PayingTenant> {
  const tenant = named(email);
  const told = await payments.customerOf(tenant);
  assert.ok(told.ok);
  server.requests.length = 0;
  return { customer: told.value, tenantId: tenant.tenantId };
}
