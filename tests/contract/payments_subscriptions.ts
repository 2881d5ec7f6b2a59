import assert from "node:assert/strict";
import type { ListedSubscription } from "../../ports/payments.ts";
import type { Instant } from "../../src/kernel/instant.ts";
import { sampleIds } from "../support/samples.ts";
import type { PaymentsSubject } from "./payments.ts";
import {
  all,
  assertInstant,
  byId,
  kindOf,
  paymentsClient,
  valueOf,
} from "./payments_client.ts";

const DAY_MS = 86_400_000;

/** Subscriptions as they are now, whatever happened to them, and their end. */
export async function subscriptionsContract(
  t: Deno.TestContext,
  subject: PaymentsSubject,
): Promise<void> {
  const { payments, world } = subject;
  const [price, otherPrice] = world.prices;
  const { customer, subscriptionsOf, only } = paymentsClient(subject);

  await t.step("what was bought is active, for a period", async () => {
    const tenant = await customer();
    const id = await world.subscribe(tenant, price);
    const { period, createdAt, ...rest } = await only(tenant);
    assert.deepEqual(rest, {
      id,
      status: "active",
      priceIds: [price],
      trialEndsAt: null,
      endsAt: null,
      endedAt: null,
      owedSince: null,
    });
    assertInstant(createdAt);
    assertInstant(period!.start);
    assertInstant(period!.end);
    assert(period!.start < period!.end);
  });

  await t.step(
    "what is tried is trialing until the trial's end",
    async () => {
      const tenant = await customer();
      const bought = await customer();
      await world.subscribe(bought, price);
      const now = Date.parse((await only(bought)).createdAt);
      const trialEndsAt = new Date(now + 14 * DAY_MS)
        .toISOString() as Instant;
      const id = await world.subscribe(tenant, price, trialEndsAt);
      const told = await only(tenant);
      assert.deepEqual(
        [told.id, told.status, told.trialEndsAt],
        [id, "trialing", trialEndsAt],
      );
    },
  );

  for (const status of world.statuses) {
    await t.step(`one that becomes ${status} is told so`, async () => {
      const tenant = await customer();
      const id = await world.subscribe(tenant, price);
      await world.become(id, status);
      const told = await only(tenant);
      assert.deepEqual([told.id, told.status], [id, status]);
      assert.deepEqual(told.priceIds, [price]);
      if (status === "ended") assertInstant(told.endedAt!);
      else if (status !== "expired") assert.equal(told.endedAt, null);
      if (told.owedSince !== null) {
        assert.equal(status, "past_due");
        assertInstant(told.owedSince);
        assert(told.owedSince >= told.createdAt);
      }
      if (status === "ended" || status === "expired") {
        assert.equal(told.endsAt, null);
      }
    });
  }

  await t.step("a debt that is paid is owed no more", async () => {
    const tenant = await customer();
    const id = await world.subscribe(tenant, price);
    await world.become(id, "past_due");
    assert.equal((await only(tenant)).status, "past_due");
    await world.become(id, "active");
    const { status, owedSince } = await only(tenant);
    assert.deepEqual([status, owedSince], ["active", null]);
  });

  await t.step("another price is told once it is paid", async () => {
    const tenant = await customer();
    await world.reprice(await world.subscribe(tenant, price), otherPrice);
    const { status, priceIds } = await only(tenant);
    assert.deepEqual([status, priceIds], ["active", [otherPrice]]);
  });

  await t.step(
    "one that ends with its period is active until then",
    async () => {
      const tenant = await customer();
      await world.endWithPeriod(await world.subscribe(tenant, price));
      const { status, endsAt, endedAt, period } = await only(tenant);
      assert.deepEqual([status, endedAt], ["active", null]);
      assert.equal(endsAt, period!.end);
    },
  );

  await t.step(
    "several subscriptions are all told, ended ones too",
    async () => {
      const tenant = await customer();
      const first = await world.subscribe(tenant, price);
      await world.become(first, "ended");
      const second = await world.subscribe(tenant, otherPrice);
      const third = await world.subscribe(tenant, price);
      const told = await subscriptionsOf(tenant);
      assert.deepEqual(
        told.map(({ id, status, priceIds }) => [id, status, priceIds]),
        ([
          [first, "ended", [price]],
          [second, "active", [otherPrice]],
          [third, "active", [price]],
        ] as const).toSorted(([a], [b]) => a < b ? -1 : 1),
      );
    },
  );

  await t.step(
    "120 subscriptions are all told, to who asks for the tenant's and for everybody's",
    async () => {
      const tenant = await customer();
      const other = await customer();
      const ids: string[] = [];
      for (let i = 0; i < 120; i++) {
        ids.push(await world.subscribe(tenant, price));
      }
      const others = await world.subscribe(other, otherPrice);
      await world.become(ids[7]!, "ended");
      await world.become(ids[8]!, "past_due");
      const told = await subscriptionsOf(tenant);
      assert.deepEqual(told.map(({ id }) => id), ids.toSorted());
      const everybodys = await all<ListedSubscription>(
        (page) => payments.subscriptions(page),
        50,
      );
      const seen = everybodys.map(({ id }) => id);
      assert.equal(new Set(seen).size, seen.length);
      const listed = everybodys.filter((one) =>
        one.tenantId === tenant.tenantId
      );
      assert.deepEqual(
        byId(listed.flatMap(({ subscription }) => subscription ?? [])),
        told,
        "the same, whoever asks: so the two can be compared",
      );
      assert.deepEqual(
        new Set(listed.map(({ customer }) => customer)),
        new Set([tenant.customer]),
      );
      const [theirs] = everybodys.filter(({ id }) => id === others);
      assert.equal(theirs?.tenantId, other.tenantId);
    },
  );

  await t.step(
    "what was bought for another tenant under one's customer is not one's own, and everybody's list tells so",
    async () => {
      const { customer: shared, tenantId } = await customer();
      const other = { customer: shared, tenantId: sampleIds.next("ten") };
      const own = await world.subscribe({ customer: shared, tenantId }, price);
      const others = await world.subscribe(other, price);
      assert.equal((await only({ customer: shared, tenantId })).id, own);
      const listed = await all<ListedSubscription>(
        (page) => payments.subscriptions(page),
        50,
      );
      assert.deepEqual(
        listed.filter((one) => one.customer === shared)
          .map(({ tenantId, id }) => [tenantId, id])
          .sort(),
        [[tenantId, own], [other.tenantId, others]].sort(),
      );
    },
  );

  await t.step(
    "closing ends every subscription at once, and again it changes nothing",
    async () => {
      const tenant = await customer();
      for (const status of world.statuses) {
        const id = await world.subscribe(tenant, price);
        await world.become(id, status);
      }
      const done = { ok: true, value: null };
      assert.deepEqual(await payments.close(tenant), done);
      const ended = await subscriptionsOf(tenant);
      assert.equal(ended.length, world.statuses.length);
      for (const { status, endedAt } of ended) {
        assert(["ended", "expired"].includes(status), status);
        if (status === "ended") assertInstant(endedAt!);
      }
      assert.deepEqual(await payments.close(tenant), done);
      assert.deepEqual(await subscriptionsOf(tenant), ended);
    },
  );

  await t.step(
    "tenants of one person are customers apart, or the second is refused: none sees or ends what another has",
    async () => {
      const email = `${sampleIds.next("usr")}@foxglove.example`;
      const one = await customer(email);
      const ones = await world.subscribe(one, price);
      if (subject.addressesOnce) {
        const refused = await payments.customerOf({
          tenantId: sampleIds.next("ten"),
          name: "Otter Foods",
          email,
          gone: null,
        });
        assert.deepEqual(kindOf(refused), ["payments.refused"]);
        assert.deepEqual((await only(one)).id, ones);
        return;
      }
      const other = await customer(email);
      assert.notEqual(one.customer, other.customer);
      const others = await world.subscribe(other, price);
      assert.equal((await only(one)).id, ones);
      assert.equal((await only(other)).id, others);
      valueOf(await payments.close(one));
      assert.equal((await only(one)).status, "ended");
      const { id, status } = await only(other);
      assert.deepEqual([id, status], [others, "active"]);
    },
  );
}
