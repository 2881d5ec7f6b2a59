import assert from "node:assert/strict";
import type { PaymentsSubject } from "./payments.ts";
import { assertInstant, kindOf, paymentsClient } from "./payments_client.ts";

const DAY_MS = 86_400_000;

/** Messages of what happened, and whom to believe. */
export async function messagesContract(
  t: Deno.TestContext,
  subject: PaymentsSubject,
): Promise<void> {
  const { payments, hook, world } = subject;
  const [price, otherPrice] = world.prices;
  const { customer, read } = paymentsClient(subject);

  await t.step(
    "what happens is told by messages that say of whom, each under an id of its own",
    async () => {
      await world.messages();
      const tenant = await customer();
      const id = await world.subscribe(tenant, price);
      await world.reprice(id, otherPrice);
      await world.become(id, "past_due");
      await world.become(id, "ended");
      const sent = await world.messages();
      const told = await Promise.all(sent.map(read));
      const heard = told.filter(({ known }) => known);
      assert(heard.length >= 4, `${heard.length} messages`);
      assert.equal(new Set(told.map(({ id }) => id)).size, told.length);
      for (const { provider, customer, occurredAt } of heard) {
        assert.deepEqual([provider, customer], [
          payments.provider,
          tenant.customer,
        ]);
        assertInstant(occurredAt);
      }
      assert.deepEqual(
        await Promise.all(sent.map(read)),
        told,
        "one that comes twice is the same one",
      );
      assert.deepEqual(await world.messages(), []);
    },
  );

  await t.step(
    "a message of a type that is not heard is read, and known to be none",
    async () => {
      const tenant = await customer();
      const { known, id, type } = await read(
        await world.strangeMessage(tenant.customer),
      );
      assert.equal(known, false);
      assert.match(id, /^\S+$/);
      assert.match(type, /^\S+$/);
    },
  );

  await t.step(
    "a message of which any one byte is another is not trusted",
    async () => {
      const tenant = await customer();
      const { bytes, headers } = await world.strangeMessage(tenant.customer);
      const step = Math.max(1, Math.floor(bytes.length / 40));
      for (let at = 0; at < bytes.length; at += step) {
        const other = bytes.slice();
        other[at]! ^= 1;
        assert.deepEqual(kindOf(await hook.read(other, headers)), [
          "hook.untrusted",
        ], `byte ${at}`);
      }
      for (const changed of [bytes.slice(1), Uint8Array.of(...bytes, 32)]) {
        assert.deepEqual(kindOf(await hook.read(changed, headers)), [
          "hook.untrusted",
        ]);
      }
    },
  );

  await t.step("a message without a signature is not read", async () => {
    const tenant = await customer();
    const { bytes } = await world.strangeMessage(tenant.customer);
    const told = await hook.read(bytes, new Headers());
    assert.equal(told.ok, false);
  });

  if (subject.hookWith) {
    const { hookWith } = subject;
    await t.step(
      "a message signed with another secret, or too long ago, is not trusted",
      async () => {
        const tenant = await customer();
        const { bytes, headers } = await world.strangeMessage(
          tenant.customer,
        );
        const right = await hookWith({}).read(bytes, headers);
        assert.equal(right.ok, true);
        for (
          const wrong of [
            { otherSecret: true },
            { aheadMs: DAY_MS },
          ]
        ) {
          const told = await hookWith(wrong).read(bytes, headers);
          assert.deepEqual(kindOf(told), ["hook.untrusted"]);
        }
      },
    );
  }
}
