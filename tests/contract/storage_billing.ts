import assert from "node:assert/strict";
import type { BillingAccount } from "../../src/billing/billing_account.ts";
import type { BillingEvent } from "../../src/billing/billing_event.ts";
import { SAMPLE_AT, sampleIds } from "../support/samples.ts";
import { freshTenant } from "./fresh_tenant.ts";
import type { Case } from "./storage.ts";

function account(given: Partial<BillingAccount> = {}): BillingAccount {
  return {
    id: sampleIds.next("bil"),
    version: 1,
    provider: "stripe",
    customer: `cus_${sampleIds.next("usr")}`,
    subscriptions: [],
    hinted: 0,
    synced: 0,
    syncedAt: null,
    told: null,
    createdAt: SAMPLE_AT,
    ...given,
  };
}

const event = (given: Partial<BillingEvent> = {}): BillingEvent => ({
  provider: "stripe",
  id: "evt_1",
  type: "invoice.paid",
  known: true,
  occurredAt: SAMPLE_AT,
  ...given,
});

/** What is kept of tenants as customers. */
export function billingCases(test: Case): void {
  test("keeps a tenant as the customer of a payment provider, and finds it by either", async (subject) => {
    const [mine, theirs] = [
      await freshTenant(subject),
      await freshTenant(subject),
    ];
    const { directory } = subject;
    const added = account();
    await mine.run((tx) => tx.billingAccounts.add([added]));
    const { provider, customer } = added;
    const told: BillingAccount = {
      ...added,
      hinted: 3,
      synced: 2,
      syncedAt: "2026-02-01T00:00:00.000Z",
      told: { state: "past_due", plan: "team", since: SAMPLE_AT },
      subscriptions: [{
        id: "sub_1",
        status: "past_due",
        createdAt: SAMPLE_AT,
        priceIds: ["price_1", "price_2"],
        period: { start: SAMPLE_AT, end: "2026-02-02T03:04:05.000Z" },
        trialEndsAt: null,
        endsAt: null,
        endedAt: null,
        owedSince: SAMPLE_AT,
      }],
    };
    await mine.run((tx) => tx.billingAccounts.save([told]));
    const kept = { ...told, version: 2 };
    assert.deepEqual(await mine.run((tx) => tx.billingAccounts.all()), [kept]);
    assert.deepEqual(await theirs.run((tx) => tx.billingAccounts.all()), []);
    const { id } = mine.tenant;
    assert.deepEqual(await directory.billingAccount(id, provider), kept);
    assert.equal(await directory.billingAccount(id, "paddle"), undefined);
    assert.equal(
      await directory.billingAccount(theirs.tenant.id, provider),
      undefined,
    );
    const tenant = (provider: string) =>
      directory.tenantOfCustomer(provider, customer);
    assert.equal(await tenant(provider), id);
    assert.equal(await tenant("paddle"), undefined);
    const taken = account({ customer });
    await assert.rejects(theirs.run((tx) => tx.billingAccounts.add([taken])));
    const elsewhere = account({ customer, provider: "paddle" });
    await theirs.run((tx) => tx.billingAccounts.add([elsewhere]));
    assert.equal(await tenant(provider), id);
    assert.equal(await tenant("paddle"), theirs.tenant.id);
  });

  test("makes a tenant another customer of its provider, whom nobody else is, and finds it by the old one no more", async (subject) => {
    const [mine, theirs] = [
      await freshTenant(subject),
      await freshTenant(subject),
    ];
    const { directory } = subject;
    const [added, taken] = [account(), account()];
    await mine.run((tx) => tx.billingAccounts.add([added]));
    await theirs.run((tx) => tx.billingAccounts.add([taken]));
    const customer = `cus_${sampleIds.next("usr")}`;
    await mine.run((tx) => tx.billingAccounts.save([{ ...added, customer }]));
    const tenantOf = (one: string) => directory.tenantOfCustomer("stripe", one);
    const { id } = mine.tenant;
    assert.deepEqual(
      [await tenantOf(customer), await tenantOf(added.customer)],
      [id, undefined],
    );
    const kept = { ...added, customer, version: 2 };
    assert.deepEqual(await directory.billingAccount(id, "stripe"), kept);
    const theft = { ...kept, customer: taken.customer };
    await assert.rejects(mine.run((tx) => tx.billingAccounts.save([theft])));
    assert.deepEqual(await mine.run((tx) => tx.billingAccounts.all()), [kept]);
    const after = { ...taken, customer: added.customer };
    await theirs.run((tx) => tx.billingAccounts.save([after]));
    assert.equal(await tenantOf(added.customer), theirs.tenant.id);
  });

  test("has one account of a tenant at each provider, and none of a unit undone", async (subject) => {
    const { run, tenant } = await freshTenant(subject);
    const undone = account();
    await assert.rejects(
      run(async (tx) => {
        await tx.billingAccounts.add([undone]);
        throw new Error("undone");
      }),
      /undone/,
    );
    const { directory } = subject;
    const { customer } = undone;
    assert.equal(
      await directory.tenantOfCustomer("stripe", customer),
      undefined,
    );
    assert.equal(
      await directory.billingAccount(tenant.id, "stripe"),
      undefined,
    );
    const [one, other] = [account(), account({ provider: "paddle" })];
    await run((tx) => tx.billingAccounts.add([one, other]));
    await assert.rejects(run((tx) => tx.billingAccounts.add([account()])));
    assert.deepEqual(
      await directory.billingAccount(tenant.id, "paddle"),
      other,
    );
  });

  test("lists the tenants that are customers of a provider, by id, a page at a time", async (subject) => {
    const { directory } = subject;
    // Nobody else's: tests share a database.
    const provider = sampleIds.next("usr");
    const tenants = await Promise.all(
      Array.from({ length: 5 }, () => freshTenant(subject)),
    );
    const paying = await Promise.all(tenants.map(async ({ run, tenant }, i) => {
      const one = account({ provider });
      const other = account({ provider: `${provider}_2` });
      await run((tx) => tx.billingAccounts.add(i === 0 ? [other] : [one]));
      return { tenantId: tenant.id, customer: one.customer };
    }));
    const all = paying.slice(1).sort((a, b) =>
      a.tenantId < b.tenantId ? -1 : 1
    );
    const page = (limit: number, cursor: string | null) =>
      directory.payingTenants(provider, { limit, cursor });
    const second = all[1]!.tenantId;
    assert.deepEqual(await page(2, null), {
      data: all.slice(0, 2),
      nextCursor: second,
    });
    const rest = { data: all.slice(2), nextCursor: null };
    assert.deepEqual(await page(2, second), rest);
    assert.deepEqual(await page(4, null), { data: all, nextCursor: null });
    assert.deepEqual(await page(4, all[3]!.tenantId), {
      data: [],
      nextCursor: null,
    });
    const changed = tenants.find(({ tenant }) => tenant.id === second)!;
    await changed.run(async (tx) => {
      const [kept] = await tx.billingAccounts.all();
      const customer = `${kept!.customer}_2`;
      await tx.billingAccounts.save([{ ...kept!, customer }]);
      all[1] = { tenantId: second, customer };
    });
    assert.deepEqual((await page(4, null)).data, all);
  });

  test("knows nothing of an erased tenant's account", async (subject) => {
    const { run, tenant } = await freshTenant(subject);
    const added = account({ provider: "stripe_of_erased" });
    await run((tx) => tx.billingAccounts.add([added]));
    await run((tx) => tx.billingEvents.keep(event(), SAMPLE_AT));
    await run((tx) => tx.usage.take("records", "2026-01", 3, null));
    await run(async (tx) => {
      while (await tx.tenantErasure.eraseRows("", 1_000) > 0);
    });
    const { directory } = subject;
    const { provider, customer } = added;
    assert.equal(
      await directory.tenantOfCustomer(provider, customer),
      undefined,
    );
    assert.equal(
      await directory.billingAccount(tenant.id, provider),
      undefined,
    );
    const { data } = await directory.payingTenants(provider, {
      limit: 100,
      cursor: null,
    });
    assert.deepEqual(data.filter(({ tenantId }) => tenantId === tenant.id), []);
    assert.deepEqual(await run((tx) => tx.usage.months("2026-01")), []);
    assert(await run((tx) => tx.billingEvents.keep(event(), SAMPLE_AT)));
  });

  test("keeps an event of a provider once, of twenty at once too", async (subject) => {
    const { run } = await freshTenant(subject);
    const theirs = await freshTenant(subject);
    const kept = await Promise.all(
      Array.from(
        { length: 20 },
        () => run((tx) => tx.billingEvents.keep(event(), SAMPLE_AT)),
      ),
    );
    assert.equal(kept.filter((one) => one).length, 1);
    const keep = (given: Partial<BillingEvent>) =>
      run((tx) => tx.billingEvents.keep(event(given), SAMPLE_AT));
    assert.equal(await keep({ type: "other" }), false);
    assert.equal(await keep({ provider: "paddle" }), true);
    assert.equal(await keep({ id: "evt_2" }), true);
    assert.equal(
      await theirs.run((tx) => tx.billingEvents.keep(event(), SAMPLE_AT)),
      true,
    );
    await assert.rejects(
      run(async (tx) => {
        await tx.billingEvents.keep(event({ id: "evt_3" }), SAMPLE_AT);
        throw new Error("undone");
      }),
      /undone/,
    );
    assert.equal(await keep({ id: "evt_3" }), true);
  });

  test("counts events of types that are not heard", async (subject) => {
    const { run } = await freshTenant(subject);
    const types = ["b.new", "a.new", "b.new"];
    await run(async (tx) => {
      for (const [n, type] of types.entries()) {
        const unknown = event({ id: `evt_${n}`, type, known: false });
        await tx.billingEvents.keep(unknown, SAMPLE_AT);
      }
      await tx.billingEvents.keep(event({ id: "evt_9" }), SAMPLE_AT);
    });
    assert.deepEqual(await run((tx) => tx.billingEvents.unknownTypes()), [
      { type: "a.new", count: 1 },
      { type: "b.new", count: 2 },
    ]);
  });
}
