import type { Deps } from "../../../ports/deps.ts";
import type {
  CheckoutRequest,
  PayingTenant,
  PaymentFailure,
} from "../../../ports/payments.ts";
import type { Failure } from "../../kernel/failure.ts";
import type { Instant } from "../../kernel/instant.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import {
  type AccessDenied,
  type Permit,
  permit,
} from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";
import { type BillingAccount, billingFailures } from "../billing_account.ts";
import { askAnew } from "../parts/ask_anew.ts";
import { planOf } from "../plan.ts";
import { type StandingDeps, standingNow } from "../parts/read_standing.ts";
import { openAccount } from "./open_account.ts";

export interface StartCheckout {
  readonly plan: string;
  /** How often it is paid, as the plan names it; null: as it names it first. */
  readonly interval: string | null;
  readonly returnUrl: string;
  readonly idempotencyKey: string | null;
}

type CheckoutDeps = Pick<Deps, "uow" | "ids"> & StandingDeps;

type Begun = Result<
  { readonly url: string; readonly expiresAt: Instant | null },
  PaymentFailure | Failure<"billing.subscribed">
>;

/**
 * Begins to buy a plan, on a page of the provider's. Whoever has a subscription changes it in the portal: two would both
 * be paid. The provider is asked first, since its message that somebody bought may be under way still.
 */
export async function startCheckout(
  deps: CheckoutDeps,
  scope: Scope,
  { plan: planId, interval, returnUrl, idempotencyKey }: StartCheckout,
): Promise<
  | Begun
  | Result<
    never,
    AccessDenied | Failure<"billing.nothing_sold" | "billing.unknown_plan">
  >
> {
  const allowed = permit(scope, "billing.write");
  if (!allowed.ok) return allowed;
  const { payments, plans } = deps;
  const isSold = plans.plans.some(({ prices }) => payments.provider in prices);
  if (!isSold) return fail(billingFailures.nothing_sold());
  const plan = planOf(plans, planId);
  const prices = plan?.prices[payments.provider];
  if (!plan || !prices) {
    return fail(billingFailures.unknown_plan({}, [
      { pointer: "/plan", detail: "is no plan that is sold here" },
    ]));
  }
  const sold = new Map(Object.entries(prices.sold));
  const [first] = sold.values();
  const price = interval === null ? first : sold.get(interval);
  if (price === undefined) {
    return fail(billingFailures.unknown_plan({}, [{
      pointer: "/interval",
      detail: `is none of ${[...sold.keys()].join(", ")}`,
    }]));
  }
  return await begin(deps, allowed.value, {
    price,
    usagePrice: prices.usage,
    trialDays: plan.trialDays,
    returnUrl,
    idempotencyKey,
  });
}

/** Begins it, and where the customer is gone once more, as another one: who takes its place may have a subscription too. */
async function begin(
  deps: CheckoutDeps,
  permit: Permit,
  wanted: Omit<CheckoutRequest, keyof PayingTenant>,
  isAgain = false,
): Promise<Begun> {
  const known = await askAnew(deps, permit);
  if (!known.ok) return known;
  const opened = known.value
    ? ok(known.value)
    : await openAccount(deps, permit);
  if (!opened.ok) return opened;
  const account = opened.value;
  const { state, subscription } = standingNow(deps, account);
  if (subscription !== null && state !== "canceled") {
    return fail(billingFailures.subscribed({ state }));
  }
  const begun = await deps.payments.checkout({
    ...wanted,
    customer: account.customer,
    tenantId: permit.tenantId,
    trialDays: everHadOne(account) ? 0 : wanted.trialDays,
  });
  const isGone = !begun.ok && begun.failure.kind === "payments.customer_gone";
  if (!isGone || isAgain) return begun;
  const other = await openAccount(deps, permit, account.customer);
  return other.ok ? await begin(deps, permit, wanted, true) : other;
}

/** A trial is for whoever never had a subscription. */
function everHadOne({ subscriptions }: BillingAccount): boolean {
  return subscriptions.some(({ status }) =>
    status !== "pending" && status !== "expired"
  );
}
