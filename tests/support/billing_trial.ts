import { memoryPayments } from "../../adapters/memory/payments.ts";
import { FEATURES, type Plan, type PlanBook } from "../../src/billing/plan.ts";
import { hearPayments } from "../../src/billing/use_cases/hear_payments.ts";
import { openAccount } from "../../src/billing/use_cases/open_account.ts";
import { readBilling } from "../../src/billing/use_cases/read_billing.ts";
import { permit } from "../../src/tenancy/access.ts";
import type { SentMessage } from "../contract/payments.ts";
import { openTrial, value } from "./trial.ts";

type Limits = Partial<Plan["limits"]>;

/** A plan without limits but those given. */
export function planWith(
  id: string,
  limits: Limits = {},
  given: Partial<Plan> = {},
): Plan {
  return {
    id,
    name: id,
    limits: {
      recordsPerMonth: null,
      members: null,
      connections: null,
      llmTokensPerMonth: null,
      retentionDays: null,
      ...limits,
    },
    features: FEATURES,
    trialDays: 0,
    prices: {},
    ...given,
  };
}

/** Prices of a plan that is sold at that one. */
export function sold(price: string): Plan["prices"] {
  return { memory: { sold: { month: price }, former: [], usage: null } };
}

/** Free of charge, and two plans that are sold at the memory provider's two prices. */
export function bookWith(
  { free = {}, team = {}, scale = {}, ...given }:
    & Partial<PlanBook>
    & {
      readonly free?: Limits;
      readonly team?: Limits;
      readonly scale?: Limits;
    },
): PlanBook {
  return {
    plans: [
      planWith("free", free),
      planWith("team", team, { prices: sold("price_month"), trialDays: 14 }),
      planWith("scale", scale, { prices: sold("price_year") }),
    ],
    withoutSubscription: "free",
    graceDays: 14,
    meters: { memory: "balance_records" },
    ...given,
  };
}

/** A trial of a service that sells, and the other side of its payment provider. */
export async function openBillingTrial(
  { book = bookWith({}), ...given }:
    & { readonly book?: PlanBook }
    & Omit<NonNullable<Parameters<typeof openTrial>[0]>, "selling"> = {},
) {
  let provider!: ReturnType<typeof memoryPayments>;
  const trial = await openTrial({
    ...given,
    selling(clock) {
      provider = memoryPayments({ clock });
      const { payments, meter: usageMeter } = provider;
      return { payments, usageMeter, plans: book };
    },
  });
  const { deps, scope } = trial;
  const { world, hook, metered } = provider;
  const heard = async (one: SentMessage) =>
    await hearPayments(deps, value(await hook.read(one.bytes, one.headers)));
  return {
    ...trial,
    world,
    hook,
    metered,
    heard,
    /** The customer that the tenant is. */
    async customer(): Promise<string> {
      const allowed = value(permit(scope, "billing.write"));
      return value(await openAccount(deps, allowed)).customer;
    },
    /** Buys at that price, as by a checkout; the subscription's id. */
    async buy(price: string = world.prices[0]): Promise<string> {
      const customer = await this.customer();
      const tenant = { customer, tenantId: scope.tenantId };
      return await world.subscribe(tenant, price);
    },
    /** Has everything that the provider sent heard, and what follows done. */
    async settle(): Promise<void> {
      for (const one of await world.messages()) await heard(one);
      await trial.runJobs();
    },
    async billing() {
      return value(await readBilling(deps, scope));
    },
    /** State and plan. */
    async stands(): Promise<string> {
      const { standing: { state, plan } } = await this.billing();
      return `${state} ${plan?.id ?? "nothing"}`;
    },
    async facts(type: string) {
      return (await trial.events()).filter((one) => one.type === type)
        .map(({ payload }) => payload);
    },
  };
}
