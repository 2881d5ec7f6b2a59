import type { Clock } from "../../ports/clock.ts";
import type { PaymentHook } from "../../ports/payment_hook.ts";
import type {
  PayingTenant,
  PaymentFailure,
  Payments,
} from "../../ports/payments.ts";
import type { MeterReading, UsageMeter } from "../../ports/usage_meter.ts";
import { paymentFailures } from "../../src/billing/payment_failures.ts";
import {
  SUBSCRIPTION_STATUSES,
  type SubscriptionStatus,
} from "../../src/billing/subscription.ts";
import type { TenantId } from "../../src/kernel/ids.ts";
import { type Instant, plusMs } from "../../src/kernel/instant.ts";
import { type Page, pageOf, type PageRequest } from "../../src/kernel/page.ts";
import { fail, ok, type Result } from "../../src/kernel/result.ts";
import { paymentBook } from "./payment_book.ts";
import { memoryPaymentHook, signedMessage } from "./payment_messages.ts";

const DAY_MS = 86_400_000;

/** Nobody guesses it, and nobody but the provider in this process needs it. */
const SECRET = crypto.randomUUID();

/** A provider of payments that lasts as long as the process, for tests and a service that sells nothing. Its pages lead nowhere. */
export function memoryPayments(
  { clock, prices = ["price_month", "price_year"], secret = SECRET }: {
    readonly clock: Clock;
    readonly prices?: readonly [string, string];
    /** What its messages are signed with. */
    readonly secret?: string;
  },
) {
  const book = paymentBook(clock);
  const customers = new Map<TenantId, string>();
  const keys = new Map<string, { readonly request: string; url: string }>();
  const readings = new Map<string, MeterReading>();
  let troubles = 0;
  let told = 0;

  /** What `answer` gives, unless there is trouble. */
  const asked = <T>(
    answer: () => Result<T, PaymentFailure>,
  ): Promise<Result<T, PaymentFailure>> =>
    Promise.try(() => {
      if (troubles === 0) return answer();
      troubles--;
      return fail(paymentFailures.unavailable());
    });
  const page = (
    what: string,
    request: { readonly customer: string },
    idempotencyKey: string | null,
  ) => {
    if (book.isDeleted(request.customer)) {
      return fail(paymentFailures.customer_gone());
    }
    const text = JSON.stringify(request);
    const key = idempotencyKey &&
      `${what} ${request.customer} ${idempotencyKey}`;
    const before = key === null ? undefined : keys.get(key);
    if (before && before.request !== text) {
      return fail(paymentFailures.key_reused());
    }
    const url = before?.url ??
      `https://payments.invalid/${what}/${book.nextId(what)}`;
    if (key !== null) keys.set(key, { request: text, url });
    return ok({ url });
  };
  const ofTenant = ({ customer, tenantId }: PayingTenant) =>
    book.subscriptions().filter((one) =>
      one.customer === customer && one.tenantId === tenantId
    ).map(({ subscription }) => subscription);

  const payments: Payments = {
    provider: "memory",
    customerOf: ({ tenantId }) =>
      asked(() => {
        const known = customers.get(tenantId);
        const isThere = known !== undefined && !book.isDeleted(known);
        const customer = isThere ? known : book.nextId("cus");
        customers.set(tenantId, customer);
        return ok(customer);
      }),
    checkout: ({ idempotencyKey, ...request }) =>
      asked(() => {
        const made = page("checkout", request, idempotencyKey);
        if (!made.ok) return made;
        return ok({ ...made.value, expiresAt: plusMs(clock.now(), DAY_MS) });
      }),
    portal: ({ idempotencyKey, ...request }) =>
      asked(() => page("portal", request, idempotencyKey)),
    subscriptionsOf: (tenant) => asked(() => ok(ofTenant(tenant))),
    subscriptions: (request) =>
      asked(() =>
        ok(pageAfter(
          book.subscriptions().map((one) => ({
            id: one.subscription.id,
            ...one,
          })),
          request,
          ({ id }) => id,
        ))
      ),
    invoices: (customer, request) =>
      asked(() =>
        ok(pageAfter(book.invoicesOf(customer), request, ({ id }) => id))
      ),
    close: (tenant) =>
      asked(() => {
        for (const { id, status } of ofTenant(tenant)) {
          if (status !== "ended" && status !== "expired") {
            book.become(id, "ended");
          }
        }
        return ok(null);
      }),
  };

  const meter: UsageMeter = {
    async report(reading) {
      const heard = await asked(() => {
        if (!readings.has(reading.id)) readings.set(reading.id, reading);
        return ok(null);
      });
      return heard.ok ? heard : fail(paymentFailures.unavailable());
    },
  };

  const hook: PaymentHook = memoryPaymentHook({ secret, clock });

  /** What customers and time do; tests hold it as the world of every provider. */
  const world = {
    prices,
    statuses: SUBSCRIPTION_STATUSES,
    subscribe: async (
      tenant: PayingTenant,
      price: string,
      trialEndsAt?: Instant,
    ) => book.subscribe(tenant, price, trialEndsAt ?? null),
    become: async (id: string, status: SubscriptionStatus) =>
      book.become(id, status),
    reprice: async (id: string, price: string) => book.reprice(id, price),
    endWithPeriod: async (id: string) => book.endWithPeriod(id),
    deleteCustomer: async (customer: string) => book.deleteCustomer(customer),
    messages() {
      const news = book.messages.slice(told);
      told = book.messages.length;
      return Promise.all(news.map((one) => signedMessage(one, secret, clock)));
    },
    strangeMessage: (customer: string) =>
      signedMessage(
        book.message("customer.greeted", customer, false),
        secret,
        clock,
      ),
    trouble(_kind: "busy" | "broken" | "silent", requests: number) {
      troubles += requests;
    },
  };

  return {
    payments,
    hook,
    meter,
    world,
    /** What the meter counted of a customer. */
    metered: (customer: string, meter: string): number =>
      [...readings.values()].filter((one) =>
        one.customer === customer && one.meter === meter
      ).reduce((sum, { amount }) => sum + amount, 0),
  };
}

/** The page that follows the one whose last id is the cursor. */
function pageAfter<T>(
  all: readonly T[],
  { limit, cursor }: PageRequest,
  idOf: (one: T) => string,
): Page<T> {
  const from = cursor === null
    ? 0
    : all.findIndex((one) => idOf(one) === cursor) + 1;
  return pageOf(all.slice(from, from + limit + 1), limit, idOf);
}
