import type { Clock } from "../../ports/clock.ts";
import type { PaymentHook } from "../../ports/payment_hook.ts";
import type { PayingTenant, Payments } from "../../ports/payments.ts";
import type { SubscriptionStatus } from "../../src/billing/subscription.ts";
import { type Instant, plusMs } from "../../src/kernel/instant.ts";
import type {
  PaymentsSubject,
  PaymentsWorld,
  SentMessage,
} from "../contract/payments.ts";
import { eitherPayments } from "./either_payments.ts";
import type { Fault, FaultQueue } from "./fault_queue.ts";
import type { LocalServer } from "./local_server.ts";

/** An account at a provider: what happened there, and what makes more of it happen. */
interface Account<Event> {
  readonly events: readonly Event[];
  subscribe(
    tenant: PayingTenant,
    prices: readonly string[],
    trialEndsAt?: Instant,
  ): { readonly id: string };
  become(subscriptionId: string, status: SubscriptionStatus): void;
  reprice(subscriptionId: string, price: string): void;
  endWithPeriod(subscriptionId: string): void;
  deleteCustomer(customer: string): void;
}

/** What is a provider's own. */
interface Own<Event> extends Pick<PaymentsWorld, "prices" | "statuses"> {
  readonly clock: Clock;
  readonly server: LocalServer & Pick<FaultQueue, "fault"> & {
    readonly account: Account<Event>;
  };
  /** Our adapter, which gives up after so long. */
  payments(timeoutMs: number): Payments;
  hook(secret: string, clock: Clock): PaymentHook;
  /** The one that messages are signed with, and another. */
  readonly secrets: readonly [string, string];
  sent(event: Event): Promise<SentMessage>;
  /** An event of a type that is not heard. */
  strange(customer: string): Event;
  readonly faults: Readonly<Record<"busy" | "broken", Fault>>;
}

/** Our adapter before a provider on this machine that has one account, as far as providers are alike. */
export function accountSubject<Event>(
  { clock, server, prices, statuses, secrets, ...own }: Own<Event>,
) {
  const { account } = server;
  // Only who is to wait in vain gives up soon: a slow machine must not look like a silent provider.
  const [patient, impatient] = [own.payments(30_000), own.payments(100)];
  let [inVain, told] = [0, 0];
  const world: PaymentsWorld = {
    prices,
    statuses,
    subscribe: async (tenant, price, trialEndsAt) =>
      account.subscribe(tenant, [price], trialEndsAt).id,
    become: async (id, status) => account.become(id, status),
    reprice: async (id, price) => account.reprice(id, price),
    endWithPeriod: async (id) => account.endWithPeriod(id),
    deleteCustomer: async (customer) => account.deleteCustomer(customer),
    messages() {
      const news = account.events.slice(told);
      told = account.events.length;
      return Promise.all(news.map((event) => own.sent(event)));
    },
    strangeMessage: (customer) => own.sent(own.strange(customer)),
    trouble(kind, requests) {
      const fault = { ...own.faults, silent: null }[kind];
      server.fault(...Array<typeof fault>(requests).fill(fault));
      if (kind === "silent") inVain += requests;
    },
  };
  return {
    payments: eitherPayments(
      patient,
      impatient,
      () => inVain > 0 && inVain-- > 0,
    ),
    hook: own.hook(secrets[0], clock),
    hookWith: ({ aheadMs = 0, otherSecret = false }) =>
      own.hook(secrets[otherSecret ? 1 : 0], {
        now: () => plusMs(clock.now(), aheadMs),
      }),
    world,
    close: () => server.close(),
  } satisfies Partial<PaymentsSubject>;
}
