import assert from "node:assert/strict";
import type { PaymentHook } from "../../ports/payment_hook.ts";
import type {
  ListedSubscription,
  PayingTenant,
  PaymentFailure,
  Payments,
} from "../../ports/payments.ts";
import type { UsageMeter } from "../../ports/usage_meter.ts";
import type { BillingMessage } from "../../src/billing/billing_event.ts";
import type { Invoice } from "../../src/billing/invoice.ts";
import type {
  Subscription,
  SubscriptionStatus,
} from "../../src/billing/subscription.ts";
import type { Instant } from "../../src/kernel/instant.ts";
import type { Page, PageRequest } from "../../src/kernel/page.ts";
import type { Result } from "../../src/kernel/result.ts";
import { sampleIds } from "../support/samples.ts";

/** A message as a provider's server sends it to ours. */
export interface SentMessage {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly headers: Headers;
}

/** The other side of a payment provider: what its customers and its own clock do. */
export interface PaymentsWorld {
  /** Two prices that are sold there. */
  readonly prices: readonly [string, string];
  /** Every status that a subscription can have there. */
  readonly statuses: readonly SubscriptionStatus[];
  /** The customer buys; the subscription's id. It is `active`, with one invoice that is paid, or `trialing` until `trialEndsAt`. */
  subscribe(
    tenant: PayingTenant,
    price: string,
    trialEndsAt?: Instant,
  ): Promise<string>;
  /** The subscription gets that status, whatever it had. */
  become(subscriptionId: string, status: SubscriptionStatus): Promise<void>;
  /** Another price is paid from now on. */
  reprice(subscriptionId: string, price: string): Promise<void>;
  /** It ends with its period. */
  endWithPeriod(subscriptionId: string): Promise<void>;
  /** The messages of what happened since they were asked for last, signed and in order. */
  messages(): Promise<readonly SentMessage[]>;
  /** A message of a type that is not heard. */
  strangeMessage(customer: string): Promise<SentMessage>;
  /** What the next requests meet: too many, an error of the provider's, or no answer; the last is given up soon. */
  trouble(kind: "busy" | "broken" | "silent", requests: number): void;
}

/** What the suite is run against. */
export interface PaymentsSubject {
  readonly payments: Payments;
  readonly hook: PaymentHook;
  /** The hook as it were with a clock that is ahead, or with a secret that the provider does not sign with. */
  hookWith?(given: {
    readonly aheadMs?: number;
    readonly otherSecret?: boolean;
  }): PaymentHook;
  /** Null: the provider counts nothing. */
  readonly meter: UsageMeter | null;
  /** What the meter counted of a customer, by the meter's name. */
  metered?(customer: string, meter: string): number;
  readonly world: PaymentsWorld;
  close(): Promise<void>;
}

const DAY_MS = 86_400_000;
const RETURN_URL = "https://balance.example/billing";

/** What every provider of payments promises. `open` gives one that nobody else uses; a step's tenants are its own. */
export function paymentsContract(
  name: string,
  open: () => Promise<PaymentsSubject>,
): void {
  Deno.test(`${name} payments`, async (t) => {
    const subject = await open();
    const { payments, hook, meter, world } = subject;
    const [price, otherPrice] = world.prices;

    const customer = async (email?: string): Promise<PayingTenant> => {
      const tenantId = sampleIds.next("ten");
      const told = await payments.customerOf({
        tenantId,
        name: "Foxglove Joinery",
        email: email ?? `${tenantId}@foxglove.example`,
      });
      return { customer: valueOf(told), tenantId };
    };
    const subscriptionsOf = async (tenant: PayingTenant) =>
      byId(valueOf(await payments.subscriptionsOf(tenant)));
    const only = async (tenant: PayingTenant): Promise<Subscription> => {
      const [one, ...more] = await subscriptionsOf(tenant);
      assert.deepEqual(more, []);
      assert.ok(one);
      return one;
    };
    const read = async ({ bytes, headers }: SentMessage) =>
      valueOf<BillingMessage>(await hook.read(bytes, headers));

    await t.step(
      "a tenant is one customer, asked ten times at once and later",
      async () => {
        const tenantId = sampleIds.next("ten");
        const ask = () =>
          payments.customerOf({
            tenantId,
            name: "Otter Foods",
            email: `${tenantId}@otter.example`,
          });
        const told = await Promise.all(Array.from({ length: 10 }, ask));
        const [first] = told;
        assert.match(valueOf(first!), /^[\w-]{1,255}$/);
        assert.deepEqual([...told, await ask()], Array(11).fill(first));
      },
    );

    await t.step(
      "a new customer has no subscriptions and no invoices",
      async () => {
        const tenant = await customer();
        assert.deepEqual(await subscriptionsOf(tenant), []);
        assert.deepEqual(
          await payments.invoices(tenant.customer, { limit: 10, cursor: null }),
          { ok: true, value: { data: [], nextCursor: null } },
        );
      },
    );

    await t.step("a checkout and the portal are pages on the web", async () => {
      const tenant = await customer();
      for (const trialDays of [0, 14]) {
        const { url, expiresAt } = valueOf(
          await payments.checkout({
            ...tenant,
            price,
            usagePrice: null,
            trialDays,
            returnUrl: RETURN_URL,
            idempotencyKey: sampleIds.next("key"),
          }),
        );
        assertPage(url);
        if (expiresAt !== null) assertInstant(expiresAt);
      }
      await world.subscribe(tenant, price);
      const portal = await payments.portal({
        customer: tenant.customer,
        returnUrl: RETURN_URL,
        idempotencyKey: null,
      });
      assertPage(valueOf(portal).url);
    });

    await t.step("what was bought is active, for a period", async () => {
      const tenant = await customer();
      const id = await world.subscribe(tenant, price);
      const { period, createdAt, ...rest } = await only(tenant);
      assert.deepEqual(rest, {
        id,
        status: "active",
        priceIds: [price],
        trialEndsAt: null,
        endsAt: null,
        endedAt: null,
        owedSince: null,
      });
      assertInstant(createdAt);
      assertInstant(period!.start);
      assertInstant(period!.end);
      assert(period!.start < period!.end);
    });

    await t.step(
      "what is tried is trialing until the trial's end",
      async () => {
        const tenant = await customer();
        const bought = await customer();
        await world.subscribe(bought, price);
        const now = Date.parse((await only(bought)).createdAt);
        const trialEndsAt = new Date(now + 14 * DAY_MS)
          .toISOString() as Instant;
        const id = await world.subscribe(tenant, price, trialEndsAt);
        const told = await only(tenant);
        assert.deepEqual(
          [told.id, told.status, told.trialEndsAt],
          [id, "trialing", trialEndsAt],
        );
      },
    );

    for (const status of world.statuses) {
      await t.step(`one that becomes ${status} is told so`, async () => {
        const tenant = await customer();
        const id = await world.subscribe(tenant, price);
        await world.become(id, status);
        const told = await only(tenant);
        assert.deepEqual([told.id, told.status], [id, status]);
        assert.deepEqual(told.priceIds, [price]);
        if (status === "ended") assertInstant(told.endedAt!);
        else if (status !== "expired") assert.equal(told.endedAt, null);
        if (told.owedSince !== null) {
          assert.equal(status, "past_due");
          assertInstant(told.owedSince);
          assert(told.owedSince >= told.createdAt);
        }
        if (status === "ended" || status === "expired") {
          assert.equal(told.endsAt, null);
        }
      });
    }

    await t.step("a debt that is paid is owed no more", async () => {
      const tenant = await customer();
      const id = await world.subscribe(tenant, price);
      await world.become(id, "past_due");
      assert.equal((await only(tenant)).status, "past_due");
      await world.become(id, "active");
      const { status, owedSince } = await only(tenant);
      assert.deepEqual([status, owedSince], ["active", null]);
    });

    await t.step("another price is told once it is paid", async () => {
      const tenant = await customer();
      await world.reprice(await world.subscribe(tenant, price), otherPrice);
      const { status, priceIds } = await only(tenant);
      assert.deepEqual([status, priceIds], ["active", [otherPrice]]);
    });

    await t.step(
      "one that ends with its period is active until then",
      async () => {
        const tenant = await customer();
        await world.endWithPeriod(await world.subscribe(tenant, price));
        const { status, endsAt, endedAt, period } = await only(tenant);
        assert.deepEqual([status, endedAt], ["active", null]);
        assert.equal(endsAt, period!.end);
      },
    );

    await t.step(
      "several subscriptions are all told, ended ones too",
      async () => {
        const tenant = await customer();
        const first = await world.subscribe(tenant, price);
        await world.become(first, "ended");
        const second = await world.subscribe(tenant, otherPrice);
        const third = await world.subscribe(tenant, price);
        const told = await subscriptionsOf(tenant);
        assert.deepEqual(
          told.map(({ id, status, priceIds }) => [id, status, priceIds]),
          ([
            [first, "ended", [price]],
            [second, "active", [otherPrice]],
            [third, "active", [price]],
          ] as const).toSorted(([a], [b]) => a < b ? -1 : 1),
        );
      },
    );

    await t.step(
      "120 subscriptions are all told, to who asks for the tenant's and for everybody's",
      async () => {
        const tenant = await customer();
        const other = await customer();
        const ids: string[] = [];
        for (let i = 0; i < 120; i++) {
          ids.push(await world.subscribe(tenant, price));
        }
        const others = await world.subscribe(other, otherPrice);
        await world.become(ids[7]!, "ended");
        await world.become(ids[8]!, "past_due");
        const told = await subscriptionsOf(tenant);
        assert.deepEqual(told.map(({ id }) => id), ids.toSorted());
        const everybodys = await all<ListedSubscription>(
          (page) => payments.subscriptions(page),
          50,
        );
        const seen = everybodys.map(({ subscription }) => subscription.id);
        assert.equal(new Set(seen).size, seen.length);
        const listed = everybodys.filter((one) =>
          one.tenantId === tenant.tenantId
        );
        assert.deepEqual(
          byId(listed.map(({ subscription }) => subscription)),
          told,
          "the same, whoever asks: so the two can be compared",
        );
        assert.deepEqual(
          new Set(listed.map(({ customer }) => customer)),
          new Set([tenant.customer]),
        );
        const [theirs] = everybodys.filter((one) =>
          one.subscription.id === others
        );
        assert.equal(theirs?.tenantId, other.tenantId);
      },
    );

    await t.step("invoices come page by page, the latest first", async () => {
      const tenant = await customer();
      const ask = (page: PageRequest) =>
        payments.invoices(tenant.customer, page);
      for (let i = 0; i < 5; i++) await world.subscribe(tenant, price);
      const first = valueOf(await ask({ limit: 2, cursor: null }));
      assert.equal(first.data.length, 2);
      assert.notEqual(first.nextCursor, null);
      const pages = await all<Invoice>(ask, 2);
      assert.deepEqual(pages.slice(0, 2), first.data);
      assert.deepEqual(pages, await all<Invoice>(ask, 100));
      assert.equal(new Set(pages.map(({ id }) => id)).size, 5);
      const times = pages.map(({ createdAt }) => createdAt);
      times.forEach(assertInstant);
      assert.deepEqual(times, times.toSorted().reverse());
      for (const { status, total } of pages) {
        assert.equal(status, "paid");
        assert.match(total.minor, /^\d+$/);
        assert.match(total.currency, /^[A-Z]{3}$/);
      }
    });

    await t.step(
      "what happens is told by messages that say of whom, each under an id of its own",
      async () => {
        await world.messages();
        const tenant = await customer();
        const id = await world.subscribe(tenant, price);
        await world.reprice(id, otherPrice);
        await world.become(id, "past_due");
        await world.become(id, "ended");
        const sent = await world.messages();
        const told = await Promise.all(sent.map(read));
        const heard = told.filter(({ known }) => known);
        assert(heard.length >= 4, `${heard.length} messages`);
        assert.equal(new Set(told.map(({ id }) => id)).size, told.length);
        for (const { provider, customer, occurredAt } of heard) {
          assert.deepEqual([provider, customer], [
            payments.provider,
            tenant.customer,
          ]);
          assertInstant(occurredAt);
        }
        assert.deepEqual(
          await Promise.all(sent.map(read)),
          told,
          "one that comes twice is the same one",
        );
        assert.deepEqual(await world.messages(), []);
      },
    );

    await t.step(
      "a message of a type that is not heard is read, and known to be none",
      async () => {
        const tenant = await customer();
        const { known, id, type } = await read(
          await world.strangeMessage(tenant.customer),
        );
        assert.equal(known, false);
        assert.match(id, /^\S+$/);
        assert.match(type, /^\S+$/);
      },
    );

    await t.step(
      "a message of which any one byte is another is not trusted",
      async () => {
        const tenant = await customer();
        const { bytes, headers } = await world.strangeMessage(tenant.customer);
        const step = Math.max(1, Math.floor(bytes.length / 40));
        for (let at = 0; at < bytes.length; at += step) {
          const other = bytes.slice();
          other[at]! ^= 1;
          assert.deepEqual(kindOf(await hook.read(other, headers)), [
            "hook.untrusted",
          ], `byte ${at}`);
        }
        for (const changed of [bytes.slice(1), Uint8Array.of(...bytes, 32)]) {
          assert.deepEqual(kindOf(await hook.read(changed, headers)), [
            "hook.untrusted",
          ]);
        }
      },
    );

    await t.step("a message without a signature is not read", async () => {
      const tenant = await customer();
      const { bytes } = await world.strangeMessage(tenant.customer);
      const told = await hook.read(bytes, new Headers());
      assert.equal(told.ok, false);
    });

    if (subject.hookWith) {
      const { hookWith } = subject;
      await t.step(
        "a message signed with another secret, or too long ago, is not trusted",
        async () => {
          const tenant = await customer();
          const { bytes, headers } = await world.strangeMessage(
            tenant.customer,
          );
          const right = await hookWith({}).read(bytes, headers);
          assert.equal(right.ok, true);
          for (
            const wrong of [
              { otherSecret: true },
              { aheadMs: DAY_MS },
            ]
          ) {
            const told = await hookWith(wrong).read(bytes, headers);
            assert.deepEqual(kindOf(told), ["hook.untrusted"]);
          }
        },
      );
    }

    for (const kind of ["busy", "broken", "silent"] as const) {
      await t.step(
        `a provider that is ${kind} is unavailable, and then works`,
        async () => {
          const tenant = await customer();
          const id = await world.subscribe(tenant, price);
          world.trouble(kind, 1);
          const told = await payments.subscriptionsOf(tenant);
          assert.deepEqual(kindOf(told), ["payments.unavailable"]);
          assert.equal((await only(tenant)).id, id);
        },
      );
    }

    await t.step(
      "whatever is asked of a provider in trouble fails, and changes nothing",
      async () => {
        const tenant = await customer();
        const id = await world.subscribe(tenant, price);
        const page = { limit: 10, cursor: null };
        const { customer: its } = tenant;
        const asks:
          readonly (() => Promise<Result<unknown, PaymentFailure>>)[] = [
            () =>
              payments.customerOf({
                tenantId: sampleIds.next("ten"),
                name: "Nobody",
                email: "nobody@foxglove.example",
              }),
            () =>
              payments.checkout({
                ...tenant,
                price,
                usagePrice: null,
                trialDays: 0,
                returnUrl: RETURN_URL,
                idempotencyKey: null,
              }),
            () =>
              payments.portal({
                customer: its,
                returnUrl: RETURN_URL,
                idempotencyKey: null,
              }),
            () => payments.subscriptions(page),
            () => payments.invoices(its, page),
            () => payments.close(tenant),
          ];
        for (const ask of asks) {
          world.trouble("broken", 1);
          assert.deepEqual(kindOf(await ask()), ["payments.unavailable"]);
        }
        const { status } = await only(tenant);
        assert.deepEqual([id, status], [id, "active"]);
      },
    );

    await t.step(
      "closing ends every subscription at once, and again it changes nothing",
      async () => {
        const tenant = await customer();
        for (const status of world.statuses) {
          const id = await world.subscribe(tenant, price);
          await world.become(id, status);
        }
        const done = { ok: true, value: null };
        assert.deepEqual(await payments.close(tenant), done);
        const ended = await subscriptionsOf(tenant);
        assert.equal(ended.length, world.statuses.length);
        for (const { status, endedAt } of ended) {
          assert(["ended", "expired"].includes(status), status);
          if (status === "ended") assertInstant(endedAt!);
        }
        assert.deepEqual(await payments.close(tenant), done);
        assert.deepEqual(await subscriptionsOf(tenant), ended);
      },
    );

    await t.step(
      "tenants of one person never see each other's subscriptions, nor end them",
      async () => {
        const email = `${sampleIds.next("usr")}@foxglove.example`;
        const [one, other] = [await customer(email), await customer(email)];
        const ones = await world.subscribe(one, price);
        const others = await world.subscribe(other, price);
        assert.equal((await only(one)).id, ones);
        assert.equal((await only(other)).id, others);
        valueOf(await payments.close(one));
        assert.equal((await only(one)).status, "ended");
        const { id, status } = await only(other);
        assert.deepEqual([id, status], [others, "active"]);
      },
    );

    if (meter) {
      await t.step("what is metered counts once for each id", async () => {
        const tenant = await customer();
        await world.subscribe(tenant, price);
        const { createdAt: at } = await only(tenant);
        const reading = {
          id: sampleIds.next("urp"),
          customer: tenant.customer,
          meter: "records",
          amount: 7,
          at,
        };
        const done = { ok: true, value: null };
        assert.deepEqual(await meter.report(reading), done);
        assert.deepEqual(await meter.report(reading), done);
        assert.equal(subject.metered!(tenant.customer, "records"), 7);
        const more = { ...reading, id: sampleIds.next("urp"), amount: 5 };
        world.trouble("broken", 1);
        assert.deepEqual(kindOf(await meter.report(more)), [
          "payments.unavailable",
        ]);
        assert.deepEqual(await meter.report(more), done);
        assert.equal(subject.metered!(tenant.customer, "records"), 12);
      });
    }

    await subject.close();
  });
}

function valueOf<T>(
  result: Result<T, { readonly kind: string; readonly facts: object }>,
): T {
  assert.ok(result.ok, Deno.inspect(result));
  return result.value;
}

/** The failure's kind; nothing where it went well. */
function kindOf(
  result: Result<unknown, { readonly kind: string }>,
): readonly string[] {
  return result.ok ? [] : [result.failure.kind];
}

function byId(all: readonly Subscription[]): readonly Subscription[] {
  return all.toSorted((a, b) => a.id < b.id ? -1 : 1);
}

function assertInstant(instant: Instant): void {
  assert.match(instant, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
}

function assertPage(url: string): void {
  assert.match(URL.parse(url)?.protocol ?? "", /^https?:$/);
}

/** All pages of up to `limit`, one after another. */
async function all<T>(
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
