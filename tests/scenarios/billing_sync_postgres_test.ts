import assert from "node:assert/strict";
import { openSelling } from "../support/selling_service.ts";
import { PRICES } from "../support/stripe_account.ts";

Deno.test("deno task billing-sync prints what the provider has otherwise, mends it, and reports usage", async () => {
  const folder = await Deno.makeTempDir({ prefix: "balance-billing-" });
  const service = await openSelling(folder);
  try {
    const { stripe, tenant } = service;
    const { id: subscription } = stripe.account.subscribe(tenant, [PRICES[0]]);
    const { id: strange } = stripe.account.subscribe(
      { ...tenant, customer: stripe.account.addCustomer({}).id },
      [PRICES[0]],
    );
    const nothing = {
      accounts: 1,
      subscriptions: 2,
      drift: [],
      repaired: 0,
      unreadable: [],
      unclaimed: [strange],
      unknown_types: {},
      unsure_reports: [],
      refused_reports: [],
      failed: [],
    };
    const found = {
      ...nothing,
      drift: [{
        subscription,
        kind: "new",
        ours: null,
        theirs: "active",
        tenant_id: tenant.tenantId,
      }],
      repaired: 1,
    };
    for (const report of [found, nothing]) {
      const { code, stdout, stderr } = await service.sync();
      assert.deepEqual([code, stderr], [0, ""]);
      // One line, for whoever reads it with a program.
      assert.deepEqual(stdout.split("\n").slice(1), [""]);
      assert.deepEqual(JSON.parse(stdout), report);
      assert.equal(await service.stands(), "active team");
    }
    const readings = stripe.account.meterEvents
      .map(({ customer, value }) => [customer, value]);
    assert.deepEqual(readings, [[tenant.customer, "2"]]);
  } finally {
    await service.close();
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("deno task billing-sync ends with code 1 where the provider cannot be asked, and 2 where it is told wrongly", async () => {
  const folder = await Deno.makeTempDir({ prefix: "balance-billing-" });
  const service = await openSelling(folder);
  try {
    service.stripe.account.subscribe(service.tenant, [PRICES[0]]);
    const refused = await service.sync({
      STRIPE_SECRET_KEY: "sk_test_of_another_account",
    });
    assert.equal(refused.code, 1);
    assert.equal(refused.stdout, "");
    assert.equal(
      refused.stderr,
      "The payment provider cannot be reached or is busy: unauthenticated\n",
    );
    const incomplete = await service.sync({ STRIPE_SECRET_KEY: "" });
    assert.equal(incomplete.code, 2);
    assert.match(incomplete.stderr, /STRIPE_SECRET_KEY/);
    assert.equal(await service.stands(), "active free");
  } finally {
    await service.close();
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("deno task billing-sync tells for which company it failed, and ends with code 1", async () => {
  const folder = await Deno.makeTempDir({ prefix: "balance-billing-" });
  const service = await openSelling(folder);
  try {
    const { sql, tenant: { tenantId: tenant_id } } = service;
    await sql`update billing_accounts set subscriptions = '[null]'`;
    const { code, stdout, stderr } = await service.sync();
    assert.deepEqual([code, stderr], [1, ""]);
    const { accounts, failed } = JSON.parse(stdout);
    assert.deepEqual([accounts, failed], [1, [
      { tenant_id, error: "TypeError" },
    ]]);
  } finally {
    await service.close();
    await Deno.remove(folder, { recursive: true });
  }
});
