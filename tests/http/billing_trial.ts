import assert from "node:assert/strict";
import { memoryPayments } from "../../adapters/memory/payments.ts";
import type { Clock } from "../../ports/clock.ts";
import type {
  CheckoutRequest,
  Payments,
  PortalRequest,
} from "../../ports/payments.ts";
import type { Heard } from "../../src/billing/heard.ts";
import type { PlanBook } from "../../src/billing/plan.ts";
import type { Instant } from "../../src/kernel/instant.ts";
import type { PaymentsSubject, SentMessage } from "../contract/payments.ts";
import { bookWith } from "../support/billing_trial.ts";
import type { HttpTrialOptions } from "./http_trial.ts";
import type { HttpTrial, TestOn } from "./tests_on.ts";

export const BILLING = "/api/v1/billing";
export const CHECKOUT = `${BILLING}/checkout`;
/** Where browsers reach the service of these tests. */
export const PUBLIC_URL = "https://balance.example";

/** A provider that lasts as long as its test. */
type Provider = Omit<PaymentsSubject, "hookWith" | "metered">;

/** What a service that sells is made of. */
type SellingOptions =
  & Omit<HttpTrialOptions, "selling" | "paymentHook" | "notices">
  & {
    readonly book?: PlanBook;
    /** Its provider, in memory unless another is opened. */
    readonly open?: (clock: Clock) => Provider;
  };

/** What was asked of the provider's pages. */
interface Asked {
  readonly checkouts: CheckoutRequest[];
  readonly portals: PortalRequest[];
}

/** Registers a test that is given a service that sells, behind HTTP, and the other side of its provider. */
export type TestSelling = (
  title: string,
  work: (trial: BillingTrial) => Promise<void>,
) => void;

export type BillingTrial = ReturnType<typeof billingTrial>;

/** Tests of a service that sells. */
export function sellingOn(
  test: TestOn,
  { open = inMemory, book = bookWith({}), ...given }: SellingOptions = {},
): TestSelling {
  return (title, work) => {
    let provider!: Provider;
    const heard: Heard[] = [];
    const asked: Asked = { checkouts: [], portals: [] };
    test(title, async (trial) => {
      try {
        await work(billingTrial(trial, provider, heard, asked));
      } finally {
        await provider.close();
      }
    }, {
      ...given,
      notices: { publicUrl: PUBLIC_URL },
      selling(clock) {
        provider = open(clock);
        return {
          payments: noting(provider.payments, asked),
          usageMeter: provider.meter,
          plans: soldAt(book, provider),
        };
      },
      paymentHook: () => ({
        hook: provider.hook,
        onHeard: (one) => void heard.push(one),
      }),
    });
  };
}

function inMemory(clock: Clock): Provider {
  const { payments, hook, meter, world } = memoryPayments({ clock });
  return { payments, hook, meter, world, close: () => Promise.resolve() };
}

function noting(payments: Payments, { checkouts, portals }: Asked): Payments {
  return {
    ...payments,
    checkout(request) {
      checkouts.push(request);
      return payments.checkout(request);
    },
    portal(request) {
      portals.push(request);
      return payments.portal(request);
    },
  };
}

/** The book of the provider in memory, sold at another's prices. */
function soldAt(book: PlanBook, { payments, world }: Provider): PlanBook {
  const [month, year] = world.prices;
  const priceOf: Readonly<Record<string, string>> = {
    price_month: month,
    price_year: year,
  };
  return {
    ...book,
    plans: book.plans.map(({ prices, ...plan }) => ({
      ...plan,
      prices: Object.fromEntries(
        Object.values(prices).map(({ sold, ...rest }) => [payments.provider, {
          ...rest,
          sold: Object.fromEntries(
            Object.entries(sold).map(([often, price]) =>
              [often, priceOf[price]!] as const
            ),
          ),
        }]),
      ),
    })),
  };
}

function billingTrial(
  trial: HttpTrial,
  provider: Provider,
  heard: readonly Heard[],
  asked: Asked,
) {
  const { call, tenant, deps } = trial;
  const { world } = provider;
  const name = provider.payments.provider;
  const account = () => deps.directory.billingAccount(tenant.id, name);
  const billing = async () => {
    const { status, body, text } = await call("GET", BILLING);
    assert.equal(status, 200, text);
    return body;
  };
  const deliver = ({ bytes, headers }: SentMessage) =>
    trial.as(null)(
      "POST",
      `/api/v1/hooks/${name}`,
      bytes,
      Object.fromEntries(headers),
    );
  const settle = async () => {
    for (const one of await world.messages()) {
      const answer = await deliver(one);
      assert.equal(answer.status, 200, answer.text);
    }
    await trial.runJobs();
  };
  return {
    ...trial,
    world,
    /** What became of each message of the provider. */
    heard,
    asked,
    /** The company as a customer. */
    account,
    billing,
    /** Sends what the provider sent to its own address. */
    deliver,
    /** Delivers all that the provider sent, and does what follows. */
    settle,
    /** Buys by a checkout, which the person pays; nothing of it is told yet. The subscription's id. */
    async buy(
      plan: "team" | "scale" = "team",
      trialEndsAt?: Instant,
    ): Promise<string> {
      const begun = await call("POST", CHECKOUT, { plan });
      assert.equal(begun.status, 201, begun.text);
      return await world.subscribe(
        { customer: (await account())!.customer, tenantId: tenant.id },
        world.prices[plan === "team" ? 0 : 1],
        trialEndsAt,
      );
    },
    /** State and plan. */
    async stands(): Promise<string> {
      const { state, plan } = await billing();
      return `${state} ${plan?.["id"] ?? "nothing"}`;
    },
    /** How much of one thing is used. */
    async used(what: string): Promise<unknown> {
      const { usage } = await billing();
      return usage!.find((one) => one["what"] === what)!["used"];
    },
    /** What the log tells of one type, the earliest first. */
    async facts(type: string): Promise<readonly unknown[]> {
      return (await trial.events()).filter((one) => one.type === type)
        .map(({ payload }) => payload);
    },
  };
}
