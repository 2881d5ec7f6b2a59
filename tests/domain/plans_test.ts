import assert from "node:assert/strict";
import { isFlat, planOfPrice, UNLIMITED } from "../../src/billing/plan.ts";
import { readPlans } from "../../src/billing/read_plans.ts";
import { value } from "../support/trial.ts";

const SMALL = {
  id: "small",
  name: "Small",
  records_per_month: 10,
  members: 2,
  connections: 0,
  llm_tokens_per_month: null,
  retention_days: 30,
  features: ["language_model"],
};
const BOOK = { plans: [SMALL], without_subscription: "small", grace_days: 7 };

Deno.test("plans are read, and what is left out is nothing", () => {
  assert.deepEqual(value(readPlans(JSON.stringify(BOOK))), {
    plans: [{
      id: "small",
      name: "Small",
      limits: {
        recordsPerMonth: 10,
        members: 2,
        connections: 0,
        llmTokensPerMonth: null,
        retentionDays: 30,
      },
      features: ["language_model"],
      trialDays: 0,
      prices: {},
    }],
    withoutSubscription: "small",
    graceDays: 7,
    meters: {},
  });
});

Deno.test("every problem of a file of plans is told, with its place", () => {
  const wrong = (given: object) => {
    const read = readPlans(JSON.stringify({ ...BOOK, ...given }));
    return read.ok ? [] : read.failure;
  };
  const sold = { stripe: { sold: { month: "price_1" } } };
  assert.deepEqual(readPlans("{"), {
    ok: false,
    failure: ["the file: is not JSON"],
  });
  assert.deepEqual(wrong({ plans: [SMALL, SMALL] }), [
    "plans: there are two with the id small",
  ]);
  assert.deepEqual(
    wrong({
      plans: [
        { ...SMALL, prices: sold },
        { ...SMALL, id: "other", prices: sold },
      ],
    }),
    ["plans: the price stripe price_1 stands twice"],
  );
  assert.deepEqual(wrong({ without_subscription: "none" }), [
    "without_subscription: is none of the plans",
  ]);
  assert.deepEqual(
    wrong({
      grace_days: -1,
      plans: [{ ...SMALL, members: 0, records_per_month: 1.5, name: "" }],
    }),
    [
      "plans.0.name: must be a text of 1 to 100 characters",
      "plans.0.records_per_month: must be a whole number of 0 or more",
      "plans.0.members: must be a whole number of 1 or more",
      "grace_days: must be a whole number from 0 to 90",
    ],
  );
  assert.deepEqual(wrong({ grace_days: 91, plans: [SMALL, SMALL] }), [
    "plans: there are two with the id small",
    "grace_days: must be a whole number from 0 to 90",
  ]);
  assert.deepEqual(
    wrong({ plans: [{ ...SMALL, limit: 3, features: ["magic"] }] }),
    [
      "plans.0.features.0: must be one of language_model, pull_connections, notification_webhooks",
      'plans.0: Unrecognized key: "limit"',
    ],
  );
});

Deno.test("a price is of the plan that sells it or did", () => {
  const prices = { stripe: { sold: { month: "p_new" }, former: ["p_old"] } };
  const book = value(
    readPlans(JSON.stringify({ ...BOOK, plans: [{ ...SMALL, prices }] })),
  );
  const idOf = (provider: string, price: string) =>
    planOfPrice(book, provider, price)?.id;
  assert.equal(idOf("stripe", "p_new"), "small");
  assert.equal(idOf("stripe", "p_old"), "small");
  assert.equal(idOf("paddle", "p_new"), undefined);
  assert.equal(idOf("stripe", "p_other"), undefined);
});

Deno.test("there is nothing to buy where one plan is everybody's", () => {
  assert.equal(isFlat(UNLIMITED), true);
  assert.equal(isFlat({ ...UNLIMITED, withoutSubscription: null }), false);
});
