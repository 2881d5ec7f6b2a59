import assert from "node:assert/strict";
import { parseConfig } from "../../src/main/config.ts";
import { parsePaymentsConfig } from "../../src/main/payments_config.ts";

const KEY = "sk_test_0123456789";
const SIGNING = "whsec_0123456789abcdef";
const OLD = "whsec_fedcba9876543210";
const STRIPE = {
  BALANCE_PAYMENTS: "stripe",
  BALANCE_PLANS_FILE: "/etc/balance/plans.json",
  STRIPE_SECRET_KEY: KEY,
  STRIPE_WEBHOOK_SECRET: SIGNING,
};
const PADDLE = {
  BALANCE_PAYMENTS: "paddle",
  BALANCE_PLANS_FILE: "plans.json",
  PADDLE_API_KEY: "pdl_live_apikey_01",
  PADDLE_WEBHOOK_SECRET: "pdl_ntfset_0123456789",
};

type Given = Parameters<typeof parsePaymentsConfig>[0];

const read = (given: Given) => {
  const config = parsePaymentsConfig(given);
  assert.ok(config.ok, Deno.inspect(config));
  return config.value;
};
const wrong = (given: Given) => {
  const config = parsePaymentsConfig(given);
  return config.ok ? [] : config.failure;
};

Deno.test("nobody is asked to pay unless a provider is named, whatever else is set", () => {
  const off = { payments: { kind: "off" }, plansFile: null };
  assert.deepEqual(read({}), off);
  const { BALANCE_PLANS_FILE, ...access } = STRIPE;
  assert.deepEqual(read({ ...access, BALANCE_PAYMENTS: "off" }), off);
  // Limits that nobody can buy more of are a mistake.
  assert.deepEqual(wrong({ BALANCE_PLANS_FILE }), [
    "BALANCE_PLANS_FILE is set, and nobody sells what is in it: BALANCE_PAYMENTS is off",
  ]);
});

Deno.test("Stripe is its key, what its webhooks are signed with, and what is sold", () => {
  const { payments, plansFile } = read({
    ...STRIPE,
    STRIPE_WEBHOOK_SECRET: `${SIGNING},${OLD};until=2026-12-01T00:00:00Z`,
  });
  assert.ok(payments.kind === "stripe");
  assert.equal(plansFile, "/etc/balance/plans.json");
  assert.equal(payments.apiKey.reveal(), KEY);
  assert.equal(payments.baseUrl, null);
  const { newest, earlier } = payments.webhookSecret;
  assert.equal(newest.reveal(), SIGNING);
  assert.deepEqual(
    earlier.map(({ secret, until }) => [secret.reveal(), until]),
    [[OLD, "2026-12-01T00:00:00.000Z"]],
  );
  const other = read({ ...STRIPE, STRIPE_BASE_URL: "http://127.0.0.1:12111" });
  assert.ok(other.payments.kind === "stripe");
  assert.equal(other.payments.baseUrl, "http://127.0.0.1:12111");
});

Deno.test("Paddle may name a page of ours that carries its checkout", () => {
  const { payments } = read(PADDLE);
  assert.ok(payments.kind === "paddle");
  assert.equal(payments.apiKey.reveal(), PADDLE.PADDLE_API_KEY);
  assert.equal(
    payments.webhookSecret.newest.reveal(),
    PADDLE.PADDLE_WEBHOOK_SECRET,
  );
  assert.deepEqual([payments.baseUrl, payments.checkoutUrl], [null, null]);
  const full = read({
    ...PADDLE,
    PADDLE_BASE_URL: "https://sandbox-api.paddle.com",
    PADDLE_CHECKOUT_URL: "https://balance.example/pay?from=app",
  }).payments;
  assert.ok(full.kind === "paddle");
  assert.deepEqual([full.baseUrl, full.checkoutUrl], [
    "https://sandbox-api.paddle.com",
    "https://balance.example/pay?from=app",
  ]);
});

Deno.test("secrets do not print", () => {
  for (const given of [STRIPE, PADDLE]) {
    const printed = Deno.inspect(read(given), { depth: 9 }) +
      JSON.stringify(read(given));
    for (const hidden of Object.values(given).slice(2)) {
      assert.ok(!printed.includes(hidden), hidden);
    }
  }
});

Deno.test("what a provider needs and has not is told, all of it at once", () => {
  assert.deepEqual(wrong({ BALANCE_PAYMENTS: "stripe" }), [
    "STRIPE_SECRET_KEY is missing: BALANCE_PAYMENTS is stripe",
    "STRIPE_WEBHOOK_SECRET is missing: BALANCE_PAYMENTS is stripe",
    "BALANCE_PLANS_FILE is missing: BALANCE_PAYMENTS is stripe",
  ]);
  assert.deepEqual(wrong({ ...STRIPE, BALANCE_PAYMENTS: "paddle" }), [
    "PADDLE_API_KEY is missing: BALANCE_PAYMENTS is paddle",
    "PADDLE_WEBHOOK_SECRET is missing: BALANCE_PAYMENTS is paddle",
  ]);
  assert.deepEqual(
    wrong({ BALANCE_PAYMENTS: "paddle", PADDLE_CHECKOUT_URL: "http://x" }),
    [
      "PADDLE_CHECKOUT_URL must be an https:// address without a password",
      "PADDLE_API_KEY is missing: BALANCE_PAYMENTS is paddle",
      "PADDLE_WEBHOOK_SECRET is missing: BALANCE_PAYMENTS is paddle",
      "BALANCE_PLANS_FILE is missing: BALANCE_PAYMENTS is paddle",
    ],
  );
});

Deno.test("every wrong value is refused by name and not repeated", () => {
  const bad = {
    BALANCE_PAYMENTS: ["cash", "Stripe", "toString"],
    STRIPE_SECRET_KEY: ["pk_test_0123456789", "sk_test_ 0123", "s3cr3t-key"],
    STRIPE_WEBHOOK_SECRET: ["whsec_short", `${SIGNING},${OLD}`],
    STRIPE_BASE_URL: ["https://stripe.example/v1", "stripe.example", "ftp://x"],
    PADDLE_API_KEY: ["k3y with spaces", ""],
    PADDLE_WEBHOOK_SECRET: ["tooshort"],
    PADDLE_BASE_URL: ["https://paddle.example/"],
    PADDLE_CHECKOUT_URL: [
      "http://balance.example/pay",
      "https://u:p@x.example",
    ],
  };
  for (const [name, values] of Object.entries(bad)) {
    for (const value of values) {
      const said = wrong({ ...STRIPE, [name]: value });
      assert(said.length > 0, `${name}: ${value}`);
      for (const line of said) {
        assert(line.startsWith(`${name} `), line);
        assert(value === "" || !line.includes(value), line);
      }
    }
  }
});

Deno.test("what is wrong of payments is told with all the rest", () => {
  const config = parseConfig({
    BALANCE_PORT: "x",
    BALANCE_PAYMENTS: "stripe",
    STRIPE_SECRET_KEY: KEY,
    STRIPE_WEBHOOK_SECRET: SIGNING,
  });
  assert.deepEqual(config, {
    ok: false,
    failure: [
      "BALANCE_PORT must be a whole number from 0 to 65535",
      "BALANCE_PLANS_FILE is missing: BALANCE_PAYMENTS is stripe",
    ],
  });
  const whole = parseConfig(STRIPE);
  assert.ok(whole.ok);
  assert.deepEqual(
    [whole.value.payments.kind, whole.value.plansFile],
    ["stripe", STRIPE.BALANCE_PLANS_FILE],
  );
});
