import assert from "node:assert/strict";
import fc from "fast-check";
import { mergeSubscriptions } from "../../../src/billing/merge_subscriptions.ts";
import type { Plan, PlanBook } from "../../../src/billing/plan.ts";
import { type Standing, standingOf } from "../../../src/billing/standing.ts";
import {
  type Subscription,
  SUBSCRIPTION_STATUSES,
  type SubscriptionStatus,
} from "../../../src/billing/subscription.ts";
import type { Instant } from "../../../src/kernel/instant.ts";

function plan(id: string): Plan {
  return {
    id,
    name: id,
    limits: {
      recordsPerMonth: 10,
      members: 2,
      connections: 1,
      llmTokensPerMonth: 0,
      retentionDays: null,
    },
    features: [],
    trialDays: 0,
    prices: id === "free"
      ? {}
      : { stripe: { sold: { month: id }, former: [`${id}_old`], usage: null } },
  };
}

const BOOK: PlanBook = {
  plans: [plan("free"), plan("team"), plan("scale")],
  withoutSubscription: "free",
  graceDays: 14,
  meters: {},
};
const NOW = "2026-03-20T00:00:00.000Z";

function subscription(given: Partial<Subscription> = {}): Subscription {
  return {
    id: "sub_1",
    status: "active",
    createdAt: "2026-01-01T00:00:00.000Z",
    priceIds: ["team"],
    period: {
      start: "2026-03-01T00:00:00.000Z",
      end: "2026-04-01T00:00:00.000Z",
    },
    trialEndsAt: null,
    endsAt: null,
    endedAt: null,
    owedSince: null,
    ...given,
  };
}

function standing(
  subscriptions: readonly Subscription[],
  { now = NOW, book = BOOK }: { now?: Instant; book?: PlanBook } = {},
) {
  const { state, plan, graceEndsAt, subscription } = standingOf(
    subscriptions,
    { book, provider: "stripe", now },
  );
  return { state, plan: plan?.id ?? null, graceEndsAt, by: subscription?.id };
}

/** A row for each status that a subscription can have. */
const TABLE: Readonly<
  Record<SubscriptionStatus, readonly [Standing["state"], string | null]>
> = {
  pending: ["active", "free"],
  expired: ["active", "free"],
  trialing: ["trialing", "team"],
  active: ["active", "team"],
  past_due: ["suspended", null],
  unpaid: ["suspended", null],
  paused: ["suspended", null],
  ended: ["canceled", "free"],
};

for (const status of SUBSCRIPTION_STATUSES) {
  Deno.test(`a subscription that is ${status} makes a tenant ${TABLE[status][0]}`, () => {
    const { state, plan } = standing([subscription({ status })]);
    assert.deepEqual([state, plan], TABLE[status]);
  });
}

Deno.test("what is owed lets everything work until the grace ends, to the millisecond", () => {
  const owing = subscription({
    status: "past_due",
    owedSince: "2026-03-10T12:00:00.000Z",
  });
  const graceEndsAt = "2026-03-24T12:00:00.000Z";
  assert.deepEqual(standing([owing], { now: "2026-03-24T11:59:59.999Z" }), {
    state: "past_due",
    plan: "team",
    graceEndsAt,
    by: "sub_1",
  });
  assert.deepEqual(standing([owing], { now: graceEndsAt }), {
    state: "suspended",
    plan: null,
    graceEndsAt: null,
    by: "sub_1",
  });
});

Deno.test("where it is not known since when, what is owed counts from the period's start", () => {
  const owing = subscription({ status: "past_due" });
  assert.equal(
    standing([owing], { now: "2026-03-14T23:59:59.999Z" }).state,
    "past_due",
  );
  assert.equal(
    standing([owing], { now: "2026-03-15T00:00:00.000Z" }).state,
    "suspended",
  );
});

Deno.test("without a plan for who pays nothing, they only read", () => {
  const book = { ...BOOK, withoutSubscription: null };
  assert.deepEqual(standing([], { book }), {
    state: "suspended",
    plan: null,
    graceEndsAt: null,
    by: undefined,
  });
  const ended = subscription({ status: "ended" });
  const { state, plan } = standing([ended], { book });
  assert.deepEqual([state, plan], ["canceled", null]);
});

Deno.test("a subscription to something else is not ours, and one to a former price is", () => {
  assert.equal(standing([subscription({ priceIds: ["mug"] })]).by, undefined);
  assert.equal(
    standing([subscription({ priceIds: ["mug", "scale_old"] })]).plan,
    "scale",
  );
});

Deno.test("the best of several counts, and of equals the larger plan", () => {
  const of = (id: string, status: SubscriptionStatus, price = "team") =>
    subscription({ id, status, priceIds: [price] });
  const by = (...list: Subscription[]) => standing(list).by;
  assert.equal(by(of("a", "ended"), of("b", "active")), "b");
  assert.equal(by(of("a", "unpaid"), of("b", "ended")), "a");
  assert.equal(by(of("a", "active"), of("b", "trialing", "scale")), "b");
  assert.equal(by(of("a", "pending"), of("b", "paused")), "b");
});

const instant = fc.integer({ min: 0, max: 200 })
  .map((days) =>
    new Date(Date.UTC(2026, 0, 1 + days)).toISOString() as Instant
  );
const someSubscription = fc.record({
  id: fc.constantFrom("s1", "s2", "s3", "s4"),
  status: fc.constantFrom(...SUBSCRIPTION_STATUSES),
  createdAt: instant,
  priceIds: fc.subarray(["team", "scale", "scale_old", "mug"]),
  period: fc.option(fc.record({ start: instant, end: instant })),
  trialEndsAt: fc.constant(null),
  endsAt: fc.constant(null),
  endedAt: fc.constant(null),
  owedSince: fc.option(instant),
});
const some = fc.uniqueArray(someSubscription, { selector: ({ id }) => id });

Deno.test("how a tenant stands does not depend on the order in which subscriptions are told", () => {
  fc.assert(fc.property(
    some.chain((list) =>
      fc.tuple(
        fc.constant(list),
        fc.shuffledSubarray(list, { minLength: list.length }),
      )
    ),
    instant,
    ([list, other], now) => {
      assert.deepEqual(standing(other, { now }), standing(list, { now }));
    },
  ));
});

Deno.test("what has ended never goes on, whatever an answer out of date says", () => {
  fc.assert(fc.property(fc.array(some), (answers) => {
    let known: readonly Subscription[] = [];
    const over = new Set<string>();
    for (const told of answers) {
      known = mergeSubscriptions(known, told);
      for (const { id, status } of known) {
        const isOver = status === "ended" || status === "expired";
        assert(isOver || !over.has(id), `${id} came back`);
        if (isOver) over.add(id);
      }
    }
  }));
});

Deno.test("one that the provider tells no more of stays as it was", () => {
  const [a, b] = [subscription({ id: "a" }), subscription({ id: "b" })];
  const after = { ...b, status: "past_due" } as const;
  assert.deepEqual(mergeSubscriptions([a, b], [after]), [a, after]);
});
