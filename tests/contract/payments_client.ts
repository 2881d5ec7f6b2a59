import assert from "node:assert/strict";
import type { PayingTenant, PaymentFailure } from "../../ports/payments.ts";
import type { BillingMessage } from "../../src/billing/billing_event.ts";
import type { Subscription } from "../../src/billing/subscription.ts";
import type { Instant } from "../../src/kernel/instant.ts";
import type { Page, PageRequest } from "../../src/kernel/page.ts";
import type { Result } from "../../src/kernel/result.ts";
import { sampleIds } from "../support/samples.ts";
import type { PaymentsSubject, SentMessage } from "./payments.ts";

/** Where people go back to from the provider's pages. */
export const RETURN_URL = "https://balance.example/billing";

/** What the promises are tried with: fresh customers, and answers that must be good. */
export function paymentsClient({ payments, hook }: PaymentsSubject) {
  const subscriptionsOf = async (tenant: PayingTenant) =>
    byId(valueOf(await payments.subscriptionsOf(tenant)));
  return {
    /** A new tenant as a customer; of a person of its own unless an address is given. */
    async customer(email?: string): Promise<PayingTenant> {
      const tenantId = sampleIds.next("ten");
      const told = await payments.customerOf({
        tenantId,
        name: "Foxglove Joinery",
        email: email ?? `${tenantId}@foxglove.example`,
        gone: null,
      });
      return { customer: valueOf(told), tenantId };
    },
    subscriptionsOf,
    /** The one subscription that the tenant has. */
    async only(tenant: PayingTenant): Promise<Subscription> {
      const [one, ...more] = await subscriptionsOf(tenant);
      assert.deepEqual(more, []);
      assert.ok(one);
      return one;
    },
    read: async ({ bytes, headers }: SentMessage) =>
      valueOf<BillingMessage>(await hook.read(bytes, headers)),
  };
}

/** The value of what went well. */
export function valueOf<T>(
  result: Result<T, { readonly kind: string; readonly facts: object }>,
): T {
  assert.ok(result.ok, Deno.inspect(result));
  return result.value;
}

/** The failure's kind; nothing where it went well. */
export function kindOf(
  result: Result<unknown, { readonly kind: string }>,
): readonly string[] {
  return result.ok ? [] : [result.failure.kind];
}

/** In the order of their ids. */
export function byId(all: readonly Subscription[]): readonly Subscription[] {
  return all.toSorted((a, b) => a.id < b.id ? -1 : 1);
}

/** It is an instant in full. */
export function assertInstant(instant: Instant): void {
  assert.match(instant, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
}

/** It is a page that a browser can open. */
export function assertPage(url: string): void {
  assert.match(URL.parse(url)?.protocol ?? "", /^https?:$/);
}

/** All pages of up to `limit`, one after another. */
export async function all<T>(
  ask: (page: PageRequest) => Promise<Result<Page<T>, PaymentFailure>>,
  limit: number,
): Promise<readonly T[]> {
  const data: T[] = [];
  let cursor: string | null = null;
  do {
    const page: Page<T> = valueOf(await ask({ limit, cursor }));
    assert(page.data.length <= limit);
    data.push(...page.data);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return data;
}
