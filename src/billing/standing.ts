import { match } from "ts-pattern";
import { type Instant, plusMs } from "../kernel/instant.ts";
import { type Plan, type PlanBook, planOf, planOfPrice } from "./plan.ts";
import type { Subscription } from "./subscription.ts";

/** How a tenant stands. */
export const BILLING_STATES = [
  "trialing",
  "active",
  "past_due",
  "suspended",
  "canceled",
] as const;
export type BillingState = typeof BILLING_STATES[number];

/** How a tenant stands, and by which subscription. */
export interface Standing {
  readonly state: BillingState;
  /** The plan whose limits count; null: only reading is allowed. */
  readonly plan: Plan | null;
  /** What the state follows from; null where there never was a subscription to a plan. */
  readonly subscription: Subscription | null;
  /** Of a tenant that is past due: until when everything works. */
  readonly graceEndsAt: Instant | null;
}

const DAY_MS = 86_400_000;

/**
 * How a tenant with these subscriptions stands at `now`: the best of them counts. A pure function of what the provider
 * tells, in whatever order it was told. Subscriptions to none of the plans are not ours.
 */
export function standingOf(
  subscriptions: readonly Subscription[],
  { book, provider, now }: {
    readonly book: PlanBook;
    readonly provider: string;
    readonly now: Instant;
  },
): Standing {
  const standings = subscriptions.flatMap((one) => {
    const plan = planPaid(one, book, provider);
    const standing = plan && standingBy(one, plan, book, now);
    return standing ? [standing] : [];
  });
  const [best] = standings.sort((a, b) => better(a, b, book));
  return best ?? standingWithout(book);
}

/** The plan that a subscription is to: of several, the largest. */
export function planPaid(
  { priceIds }: Subscription,
  book: PlanBook,
  provider: string,
): Plan | null {
  const paid = new Set(
    priceIds.map((price) => planOfPrice(book, provider, price)?.id),
  );
  return book.plans.findLast(({ id }) => paid.has(id)) ?? null;
}

/** How one stands who never had a subscription. */
function standingWithout(book: PlanBook): Standing {
  const plan = unpaidPlan(book);
  return {
    state: plan ? "active" : "suspended",
    plan,
    subscription: null,
    graceEndsAt: null,
  };
}

function unpaidPlan(book: PlanBook): Plan | null {
  const { withoutSubscription: id } = book;
  return id === null ? null : planOf(book, id);
}

/** What follows from one subscription; null where nothing was ever paid or tried by it. */
function standingBy(
  subscription: Subscription,
  plan: Plan,
  book: PlanBook,
  now: Instant,
): Standing | null {
  const by = { subscription, graceEndsAt: null };
  return match(subscription.status)
    .returnType<Standing | null>()
    .with("pending", "expired", () => null)
    .with("trialing", () => ({ ...by, state: "trialing", plan }))
    .with("active", () => ({ ...by, state: "active", plan }))
    .with("past_due", () => {
      const graceEndsAt = graceEnd(subscription, book);
      return graceEndsAt > now
        ? { ...by, state: "past_due", plan, graceEndsAt }
        : { ...by, state: "suspended", plan: null };
    })
    .with("unpaid", "paused", () => ({ ...by, state: "suspended", plan: null }))
    .with(
      "ended",
      () => ({ ...by, state: "canceled", plan: unpaidPlan(book) }),
    )
    .exhaustive();
}

function graceEnd(
  { owedSince, period, createdAt }: Subscription,
  { graceDays }: PlanBook,
): Instant {
  return plusMs(owedSince ?? period?.start ?? createdAt, graceDays * DAY_MS);
}

const RANK: Readonly<Record<BillingState, number>> = {
  active: 0,
  trialing: 0,
  past_due: 1,
  suspended: 2,
  canceled: 3,
};

/** The better standing first; of equals the larger plan, then what goes on for longer, then the later id. */
function better(a: Standing, b: Standing, { plans }: PlanBook): number {
  const size = ({ plan }: Standing) => plan === null ? -1 : plans.indexOf(plan);
  const end = ({ subscription }: Standing) => subscription?.period?.end ?? "";
  const id = ({ subscription }: Standing) => subscription?.id ?? "";
  return RANK[a.state] - RANK[b.state] || size(b) - size(a) ||
    compare(end(b), end(a)) || compare(id(b), id(a));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
