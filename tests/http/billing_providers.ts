import assert from "node:assert/strict";
import type { Clock } from "../../ports/clock.ts";
import { plusMs } from "../../src/kernel/instant.ts";
import type { SentMessage } from "../contract/payments.ts";
import {
  paddleSubject,
  sent as sentByPaddle,
} from "../support/paddle_subject.ts";
import type { StripeServer } from "../support/stripe_server.ts";
import {
  sent as sentByStripe,
  stripeSubject,
} from "../support/stripe_subject.ts";
import {
  BILLING,
  CHECKOUT,
  sellingOn,
  type TestSelling,
} from "./billing_trial.ts";
import { told } from "./signed_in.ts";
import type { TestOn } from "./tests_on.ts";

const DAY_MS = 86_400_000;

/** From the checkout to the end, at a provider's own server. */
function billingAt(
  test: TestSelling,
  name: string,
  signed: (text: string, clock: Clock) => Promise<SentMessage>,
): void {
  test(`${name}: who pays has the plan, who does not pay has a grace, and who leaves has what is free`, async (trial) => {
    const { world, clock, tenant } = trial;
    const start = clock.now();
    const id = await trial.buy();
    assert.equal(await trial.stands(), "active free");
    await trial.settle();
    assert.equal(await trial.stands(), "active team");
    const { body: bought } = await trial.call("GET", BILLING);
    assert.deepEqual(
      [bought["provider"], bought["next_invoice_at"], bought["asked_at"]],
      [name, plusMs(start, 30 * DAY_MS), start],
    );

    clock.advance(30 * DAY_MS);
    await world.become(id, "past_due");
    await trial.settle();
    assert.equal(await trial.stands(), "past_due team");
    const graceEndsAt = plusMs(start, 44 * DAY_MS);
    assert.equal((await trial.billing())["grace_ends_at"], graceEndsAt);
    clock.set(plusMs(graceEndsAt, -1));
    assert.equal(await trial.stands(), "past_due team");
    clock.set(graceEndsAt);
    assert.equal(await trial.stands(), "suspended nothing");
    await trial.runJobs();

    await world.become(id, "active");
    await trial.settle();
    assert.equal(await trial.stands(), "active team");
    await world.reprice(id, world.prices[1]);
    await trial.settle();
    assert.equal(await trial.stands(), "active scale");
    const { next_invoice_at } = await trial.billing();
    await world.endWithPeriod(id);
    await trial.settle();
    const ending = await trial.billing();
    assert.deepEqual(
      [ending["state"], ending["ends_at"], ending["next_invoice_at"]],
      ["active", next_invoice_at, null],
    );
    await world.become(id, "ended");
    await trial.settle();
    assert.equal(await trial.stands(), "canceled free");
    assert.equal((await trial.billing())["ends_at"], null);
    const changes = await trial.facts("SUBSCRIPTION_CHANGED") as readonly {
      readonly after: Readonly<Record<string, unknown>>;
    }[];
    assert.deepEqual(
      changes.map(({ after: { state, plan } }) => [state, plan]),
      [
        ["active", "team"],
        ["past_due", "team"],
        ["suspended", null],
        ["active", "team"],
        ["active", "scale"],
        ["canceled", "free"],
      ],
    );
    assert.equal((await trial.account())!.provider, name);
    assert.equal(tenant.id, trial.asked.checkouts[0]!.tenantId);
  });

  test(`${name}: messages that come twice and backwards come to the same`, async (trial) => {
    const id = await trial.buy();
    await trial.world.reprice(id, trial.world.prices[1]);
    await trial.world.become(id, "past_due");
    await trial.world.become(id, "active");
    const messages = await trial.world.messages();
    assert(messages.length >= 4);
    for (const one of [...messages.toReversed(), ...messages]) {
      assert.equal((await trial.deliver(one)).status, 200);
    }
    assert.deepEqual(
      trial.heard,
      [
        ...trial.heard.slice(0, messages.length),
        ...messages.map(() => "duplicate"),
      ],
    );
    await trial.runJobs();
    assert.equal(await trial.stands(), "active scale");
    assert.equal((await trial.facts("SUBSCRIPTION_CHANGED")).length, 1);
  });

  test(`${name}: while it is busy or broken nothing is bought, and it can be asked again`, async (trial) => {
    for (const trouble of ["busy", "broken"] as const) {
      trial.world.trouble(trouble, 1);
      const away = await trial.call("POST", CHECKOUT, { plan: "team" });
      assert.deepEqual(told(away), [503, "payments.unavailable"]);
      assert.match(away.headers.get("retry-after")!, /^[1-9]\d*$/);
    }
    await trial.buy();
    await trial.settle();
    assert.equal(await trial.stands(), "active team");
    const { body } = await trial.call("GET", `${BILLING}/invoices`);
    assert.deepEqual(
      body["data"]!.map((one) => [one["status"], one["total"]]) as unknown,
      [["paid", { minor: "2000", currency: "USD" }]],
    );
    const portal = await trial.call("POST", `${BILLING}/portal`, {});
    assert.equal(portal.status, 201);
    assert.match(portal.body["url"]!, /^https:\/\//);
  });

  test(`${name}: whose customer was deleted there is told to buy again, and buys again`, async (trial) => {
    const { call, world } = trial;
    const portal = () => call("POST", `${BILLING}/portal`, {});
    const { customer } = (await trial.buy(), await trial.account())!;
    await trial.settle();
    assert.equal(await trial.stands(), "active team");
    await world.deleteCustomer(customer);
    assert.deepEqual(told(await portal()), [409, "payments.customer_gone"]);
    await trial.settle();
    assert.equal(await trial.stands(), "canceled free");
    await trial.buy("scale");
    const { trialDays } = trial.asked.checkouts.at(-1)!;
    assert.equal(trialDays, 0);
    await trial.settle();
    assert.equal(await trial.stands(), "active scale");
    assert.equal((await portal()).status, 201);
  });

  test(`${name}: what is signed and is no event is malformed`, async (trial) => {
    await trial.buy();
    for (const text of ["{}", "[]", "no JSON", '{"id":"evt_1"}']) {
      const answer = await trial.deliver(await signed(text, trial.clock));
      assert.deepEqual(told(answer), [400, "hook.malformed"], text);
    }
    assert.deepEqual(trial.heard, []);
  });
}

function checkoutAtStripe(test: TestSelling, server: () => StripeServer): void {
  test("stripe: a checkout is asked for by name of the tenant alone, under the caller's key", async ({ call, tenant }) => {
    const key = { "Idempotency-Key": "buy-once" };
    const body = { plan: "team", return_url: "https://foxglove.example/" };
    const first = await call("POST", CHECKOUT, body, key);
    const again = await call("POST", CHECKOUT, body, key);
    assert.deepEqual([first.status, again.body], [201, first.body]);
    const sessions = server().requests.filter(({ path }) =>
      path === "/v1/checkout/sessions"
    );
    const { customers: [customer, ...more] } = server().account;
    assert.deepEqual(more, []);
    assert.equal(sessions.length, 2);
    for (const { headers, form } of sessions) {
      assert.match(headers.get("idempotency-key")!, /buy-once/);
      assert.deepEqual(form, {
        mode: "subscription",
        ui_mode: "hosted_page",
        customer: customer!.id,
        client_reference_id: tenant.id,
        success_url: body.return_url,
        cancel_url: body.return_url,
        "line_items[0][price]": "price_month",
        "line_items[0][quantity]": "1",
        "subscription_data[metadata][balance_tenant]": tenant.id,
        "subscription_data[trial_period_days]": "14",
      });
    }
  });
}

/** Billing by each provider's own adapter, before its server on this machine. */
export function billingProviderTests(on: TestOn): void {
  let server!: StripeServer;
  const atStripe = sellingOn(on, {
    open(clock) {
      const subject = stripeSubject(clock);
      server = subject.server;
      return subject;
    },
  });
  billingAt(atStripe, "stripe", sentByStripe);
  checkoutAtStripe(atStripe, () => server);
  billingAt(
    sellingOn(on, { open: paddleSubject }),
    "paddle",
    (text, clock) => sentByPaddle(text, Date.parse(clock.now())),
  );
}
