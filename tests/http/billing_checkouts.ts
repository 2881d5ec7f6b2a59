import assert from "node:assert/strict";
import { plusMs } from "../../src/kernel/instant.ts";
import { BILLING, CHECKOUT, PUBLIC_URL, sellingOn } from "./billing_trial.ts";
import { invalid, problem } from "./http_client.ts";
import { told } from "./signed_in.ts";
import type { TestOn } from "./tests_on.ts";

const PORTAL = `${BILLING}/portal`;
const BACK = "https://foxglove.example/settings?tab=plan";
const DAY_MS = 86_400_000;
const AWAY = "The payment provider cannot be reached or is busy";

/** The provider's pages: what leads there, and what is refused. */
export function billingCheckoutTests(on: TestOn): void {
  const test = sellingOn(on);

  test("a checkout makes the company one customer, and asks for the plan's price, its trial and the way back", async (trial) => {
    const { call, asked, clock, tenant } = trial;
    const begun = await call("POST", CHECKOUT, {
      plan: "team",
      interval: "month",
      return_url: BACK,
    });
    assert.deepEqual([begun.status, begun.body] as unknown, [201, {
      url: "https://payments.invalid/checkout/checkout_000000001",
      expires_at: plusMs(clock.now(), DAY_MS),
    }]);
    const another = await call("POST", CHECKOUT, { plan: "scale" });
    assert.equal(
      another.body["url"],
      "https://payments.invalid/checkout/checkout_000000002",
    );
    const { customer } = (await trial.account())!;
    const common = {
      customer,
      tenantId: tenant.id,
      usagePrice: null,
      idempotencyKey: null,
    };
    assert.deepEqual(asked.checkouts, [
      { ...common, price: "price_month", trialDays: 14, returnUrl: BACK },
      {
        ...common,
        price: "price_year",
        trialDays: 0,
        returnUrl: `${PUBLIC_URL}/console/billing`,
      },
    ]);
    assert.deepEqual(await trial.facts("BILLING_ACCOUNT_CREATED"), [
      { provider: "memory" },
    ]);
    assert.equal(await trial.stands(), "active free");
  });

  test("of ten checkouts at once all lead to a page of the one customer", async ({ call, asked, facts }) => {
    const answers = await Promise.all(
      Array.from(
        { length: 10 },
        () => call("POST", CHECKOUT, { plan: "team" }),
      ),
    );
    assert.deepEqual(
      answers.map(({ status }) => status),
      Array(10).fill(201),
    );
    assert.equal(
      new Set(asked.checkouts.map((one) => one.customer)).size,
      1,
    );
    assert.equal((await facts("BILLING_ACCOUNT_CREATED")).length, 1);
  });

  test("an Idempotency-Key is the provider's: the same request has the same page, another one is refused", async (trial) => {
    const { call, asked } = trial;
    const key = { "Idempotency-Key": "buy-once" };
    await call("POST", CHECKOUT, { plan: "team" });
    for (
      const [path, body, other] of [
        [CHECKOUT, { plan: "team" }, { plan: "scale" }],
        [PORTAL, {}, { return_url: BACK }],
      ] as const
    ) {
      const first = await call("POST", path, body, key);
      const again = await call("POST", path, body, key);
      const without = await call("POST", path, body);
      assert.deepEqual([first.status, again.body], [201, first.body], path);
      assert.notEqual(without.body["url"], first.body["url"]);
      const refused = await call("POST", path, other, key);
      assert.deepEqual(
        [refused.status, refused.body] as unknown,
        [
          409,
          problem(
            "payments.key_reused",
            409,
            "This idempotency key was used for another request",
          ),
        ],
        path,
      );
    }
    const keys = (all: readonly { idempotencyKey: string | null }[]) =>
      all.map(({ idempotencyKey }) => idempotencyKey);
    const handed = ["buy-once", "buy-once", null, "buy-once"];
    assert.deepEqual(keys(asked.checkouts), [null, ...handed]);
    assert.deepEqual(keys(asked.portals), handed);
  });

  test("what is not sold, or not as often, is refused where it stands", async ({ call, asked, account }) => {
    const title = "No such plan is sold";
    const unknown = (pointer: string, detail: string) =>
      problem("billing.unknown_plan", 422, title, {
        errors: [{ pointer, detail }],
      });
    for (
      const [body, expected] of [
        [{ plan: "gold" }, unknown("/plan", "is no plan that is sold here")],
        [{ plan: "free" }, unknown("/plan", "is no plan that is sold here")],
        [
          { plan: "team", interval: "week" },
          unknown("/interval", "is none of month"),
        ],
        [{}, invalid({ pointer: "/plan", detail: "is missing" })],
      ] as const
    ) {
      const { status, body: told } = await call("POST", CHECKOUT, body);
      assert.deepEqual([status, told] as unknown, [422, expected]);
    }
    assert.deepEqual(asked.checkouts, []);
    assert.equal(await account(), undefined);
  });

  test("nobody is led back to what is no page of the web", async (trial) => {
    const { call, asked } = trial;
    await trial.buy();
    asked.checkouts.length = 0;
    for (
      const return_url of [
        "javascript:alert(1)",
        "JAVASCRIPT:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "file:///etc/passwd",
        "//foxglove.example",
        "/billing",
        "",
      ]
    ) {
      const answers = [
        await call("POST", CHECKOUT, { plan: "team", return_url }),
        await call("POST", PORTAL, { return_url }),
      ];
      for (const { status, body } of answers) {
        assert.deepEqual(
          [status, body] as unknown,
          [
            422,
            invalid({
              pointer: "/return_url",
              detail: "is not an http(s) address",
            }),
          ],
          return_url,
        );
      }
    }
    const long = `https://foxglove.example/${"a".repeat(2_000)}`;
    const tooLong = await call("POST", PORTAL, { return_url: long });
    assert.deepEqual(told(tooLong), [422, "request.invalid"]);
    assert.deepEqual([asked.checkouts, asked.portals], [[], []]);
  });

  test("who has a subscription is led to the portal; who had one may buy again, without another trial", async (trial) => {
    const { call, asked, world } = trial;
    const id = await trial.buy(
      "team",
      plusMs(trial.clock.now(), 14 * DAY_MS),
    );
    await trial.settle();
    const refused = await call("POST", CHECKOUT, { plan: "scale" });
    assert.deepEqual(
      [refused.status, refused.body] as unknown,
      [
        409,
        problem(
          "billing.subscribed",
          409,
          "There is a subscription already; change it in the portal",
          { state: "trialing" },
        ),
      ],
    );
    const portal = await call("POST", PORTAL, { return_url: BACK });
    assert.deepEqual([portal.status, portal.body] as unknown, [201, {
      url: "https://payments.invalid/portal/portal_000000001",
    }]);
    const { customer } = (await trial.account())!;
    assert.deepEqual(asked.portals, [
      { customer, returnUrl: BACK, idempotencyKey: null },
    ]);
    await world.become(id, "ended");
    await trial.settle();
    const again = await call("POST", CHECKOUT, { plan: "team" });
    assert.equal(again.status, 201);
    assert.deepEqual(
      asked.checkouts.map(({ trialDays }) => trialDays),
      [14, 0],
    );
  });

  test("while the provider is away nothing is bought, and who asks is told when to come again", async (trial) => {
    const { call, world } = trial;
    const away = async (method: string, path: string, body?: unknown) => {
      world.trouble("broken", 1);
      const { status, headers, body: told } = await call(method, path, body);
      assert.deepEqual(
        [status, headers.get("retry-after"), told] as unknown,
        [503, "5", problem("payments.unavailable", 503, AWAY)],
        path,
      );
    };
    await away("POST", CHECKOUT, { plan: "team" });
    assert.equal(await trial.account(), undefined);
    await trial.buy();
    await away("POST", CHECKOUT, { plan: "team" });
    await away("POST", PORTAL, {});
    await away("GET", `${BILLING}/invoices`);
    assert.equal((await trial.facts("BILLING_ACCOUNT_CREATED")).length, 1);
    assert.equal((await call("POST", PORTAL, {})).status, 201);
  });
}
