import assert from "node:assert/strict";
import { API_VERSION } from "../../adapters/stripe/stripe_client.ts";
import { systemClock } from "../../adapters/system/clock.ts";
import { readBilling } from "../../src/billing/use_cases/read_billing.ts";
import { startCheckout } from "../../src/billing/use_cases/start_checkout.ts";
import { compose } from "../../src/main/compose.ts";
import { parseConfig } from "../../src/main/config.ts";
import { jsonLog } from "../../src/main/log.ts";
import { acceptRecords } from "../../src/records/use_cases/accept_records.ts";
import { openScope } from "../../src/tenancy/open_scope.ts";
import { createTenant } from "../../src/tenancy/use_cases/create_tenant.ts";
import { freshPostgres } from "./databases.ts";
import { runCommand } from "./service_process.ts";
import { PRICES } from "./stripe_account.ts";
import { stripeServer } from "./stripe_server.ts";
import { incoming, value } from "./trial.ts";

const plan = (id: string, given: object = {}) => ({
  id,
  name: id,
  records_per_month: null,
  members: null,
  connections: null,
  llm_tokens_per_month: null,
  retention_days: null,
  features: [],
  ...given,
});

const PLANS = {
  without_subscription: "free",
  grace_days: 14,
  meters: { stripe: "balance_records" },
  plans: [
    plan("free"),
    plan("team", { prices: { stripe: { sold: { month: PRICES[0] } } } }),
  ],
};

/** A service on PostgreSQL that sells by a Stripe on this machine, and a company that went to its checkout. */
export async function openSelling(folder: string) {
  const stripe = stripeServer({ clock: systemClock(), version: API_VERSION });
  const { url, sql, drop } = await freshPostgres();
  await Deno.writeTextFile(`${folder}/plans.json`, JSON.stringify(PLANS));
  const env = {
    DATABASE_URL: url,
    BALANCE_PAYMENTS: "stripe",
    BALANCE_PLANS_FILE: `${folder}/plans.json`,
    STRIPE_SECRET_KEY: stripe.secretKey,
    STRIPE_WEBHOOK_SECRET: "whsec_0123456789abcdefghijklmnop",
    STRIPE_BASE_URL: stripe.origin,
  };
  const config = value(parseConfig({
    ...env,
    // What is counted in memory is forgotten by timers that outlive a test.
    BALANCE_RATE_LIMITS: "off",
  }));
  const { deps, close } = await compose(config, jsonLog("silent"));
  const { tenant, owner } = value(
    await createTenant(deps, {
      name: "Foxglove Joinery",
      ownerEmail: "ann@foxglove.example",
      ownerName: "Ann",
    }),
  );
  const scope = openScope(tenant.id, {
    kind: "member",
    id: owner.id,
    role: "owner",
  });
  value(
    await startCheckout(deps, scope, {
      plan: "team",
      interval: "month",
      returnUrl: "https://balance.example/billing",
      idempotencyKey: null,
    }),
  );
  value(await acceptRecords(deps, scope, [incoming(), incoming()]));
  const { standing: before, account } = value(await readBilling(deps, scope));
  assert.equal(before.plan?.id, "free");
  return {
    stripe,
    sql,
    deps,
    scope,
    tenant: { customer: account!.customer, tenantId: tenant.id },
    /** The task, by other settings, with arguments. */
    sync: (given = {}, ...args: readonly string[]) =>
      runCommand(["src/main/billing_sync.ts", ...args], { ...env, ...given }),
    async stands(): Promise<string> {
      const { standing } = value(await readBilling(deps, scope));
      return `${standing.state} ${standing.plan?.id}`;
    },
    async close(): Promise<void> {
      await close();
      await drop();
      await stripe.close();
    },
  };
}
