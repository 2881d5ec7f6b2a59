import assert from "node:assert/strict";
import { countUnknownEvents } from "../../src/billing/use_cases/count_unknown_events.ts";
import { openScope } from "../../src/tenancy/open_scope.ts";
import type { SentMessage } from "../contract/payments.ts";
import { breakingUnit } from "../support/breaking_unit.ts";
import { value } from "../support/trial.ts";
import { type BillingTrial, sellingOn } from "./billing_trial.ts";
import { problem } from "./http_client.ts";
import { told } from "./signed_in.ts";
import type { TestOn } from "./tests_on.ts";

const HOOK = "/api/v1/hooks/memory";

/** How often there was reason to ask the provider, and how often it was asked. */
async function reasons({ account }: BillingTrial) {
  const { hinted, synced } = (await account())!;
  return [hinted, synced];
}

/** What is kept of types that are not heard. */
async function unheard({ deps, tenant }: BillingTrial) {
  const scope = openScope(tenant.id, { kind: "system", id: "setup" });
  return value(await countUnknownEvents(deps, scope));
}

async function bought(trial: BillingTrial): Promise<SentMessage> {
  await trial.buy();
  const [message, ...more] = await trial.world.messages();
  assert.deepEqual(more, []);
  return message!;
}

/** It was kept: it is a duplicate from now on, and what it tells is asked for once. */
async function isFollowedOnce(
  trial: BillingTrial,
  message: SentMessage,
): Promise<void> {
  const again = await trial.deliver(message);
  assert.equal(again.body["received"], "duplicate");
  assert.deepEqual(await reasons(trial), [1, 0]);
  await trial.runJobs();
  assert.equal(await trial.stands(), "active team");
}

/** What a payment provider sends to its own address. */
export function billingHookTests(on: TestOn): void {
  const { breakNext, wrap } = breakingUnit();
  const test = sellingOn(on, { wrap });

  test("a message is received once and is a duplicate from then on; what it tells is asked for", async (trial) => {
    const message = await bought(trial);
    const first = await trial.deliver(message);
    assert.deepEqual([first.status, first.body] as unknown, [200, {
      received: "first",
    }]);
    const again = await trial.deliver(message);
    assert.deepEqual([again.status, again.body] as unknown, [200, {
      received: "duplicate",
    }]);
    assert.deepEqual(await reasons(trial), [1, 0]);
    assert.equal(await trial.stands(), "active free");
    await trial.runJobs();
    assert.equal(await trial.stands(), "active team");
    assert.equal(
      (await trial.deliver(message)).body["received"],
      "duplicate",
    );
    assert.deepEqual(await reasons(trial), [1, 1]);
    assert.deepEqual(trial.heard, ["first", "duplicate", "duplicate"]);
  });

  test("of twenty deliveries of one message at once one is the first", async (trial) => {
    const message = await bought(trial);
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => trial.deliver(message)),
    );
    assert.deepEqual(
      answers.map(({ status }) => status),
      Array(20).fill(200),
    );
    assert.deepEqual(
      answers.map(({ body }) => body["received"]!).sort(),
      [...Array(19).fill("duplicate"), "first"],
    );
    assert.deepEqual(await reasons(trial), [1, 0]);
  });

  test("a message of a type that is not heard is kept and counted, and changes nothing", async (trial) => {
    const { world, deliver } = trial;
    await trial.deliver(await bought(trial));
    const { customer } = (await trial.account())!;
    const strange = await world.strangeMessage(customer);
    const answers = [
      await deliver(strange),
      await deliver(strange),
      await deliver(await world.strangeMessage(customer)),
    ];
    assert.deepEqual(
      answers.map((
        { status, body },
      ) => [status, body["received"]]) as unknown,
      [[200, "unknown_type"], [200, "duplicate"], [200, "unknown_type"]],
    );
    assert.deepEqual(trial.heard, [
      "first",
      "unknown_type",
      "duplicate",
      "unknown_type",
    ]);
    assert.deepEqual(await unheard(trial), [
      { type: "customer.greeted", count: 2 },
    ]);
    assert.deepEqual(await reasons(trial), [1, 0]);
  });

  test("a message about nobody here is unclaimed, and counted as such", async (trial) => {
    await trial.deliver(await bought(trial));
    const strange = await trial.world.strangeMessage("cus_nobody");
    const { status, body } = await trial.deliver(strange);
    assert.deepEqual([status, body] as unknown, [200, {
      received: "unclaimed",
    }]);
    assert.deepEqual(trial.heard, ["first", "unclaimed"]);
    assert.deepEqual(await unheard(trial), []);
  });

  test("what the provider did not sign is refused, and nothing of it is kept", async (trial) => {
    const message = await bought(trial);
    const untrusted = problem(
      "hook.untrusted",
      401,
      "The signature or the time of the message is not accepted",
    );
    const malformed = problem(
      "hook.malformed",
      400,
      "The message cannot be read",
    );
    const changed = message.bytes.slice();
    changed[changed.length - 2]! ^= 1;
    const other = message.headers.get("memory-signature")!.replace(
      /.$/,
      (last) => last === "0" ? "1" : "0",
    );
    const signed = (signature: string) =>
      new Headers({ "memory-signature": signature });
    const { bytes, headers } = message;
    for (
      const [sent, expected] of [
        [{ bytes: changed, headers }, [401, untrusted]],
        [{ bytes, headers: signed(other) }, [401, untrusted]],
        [{ bytes, headers: new Headers() }, [400, malformed]],
        [{ bytes, headers: signed("nonsense") }, [400, malformed]],
      ] as const
    ) {
      const { status, body } = await trial.deliver(sent);
      assert.deepEqual([status, body] as unknown, expected);
    }
    trial.clock.advance(301_000);
    const late = await trial.deliver(message);
    assert.deepEqual([late.status, late.body] as unknown, [401, untrusted]);
    trial.clock.advance(-301_000);
    assert.deepEqual(trial.heard, []);
    assert.deepEqual(await reasons(trial), [0, 0]);
    assert.equal((await trial.deliver(message)).body["received"], "first");
  });

  test("a body that is too large is refused, whether its size is told or not", async (trial) => {
    await trial.buy();
    const call = trial.as(null);
    const mebibyte = new Uint8Array(1024 * 1024);
    const endless = new ReadableStream({
      pull: (body) => body.enqueue(mebibyte),
    });
    const answers = [
      await call("POST", HOOK, new Uint8Array(8 * 1024 * 1024 + 1)),
      await call("POST", HOOK, "{}", { "Content-Length": "8388609" }),
      await call("POST", HOOK, endless),
    ];
    for (const { status, body } of answers) {
      assert.deepEqual([status, body] as unknown, [
        413,
        problem(
          "request.too_large",
          413,
          "The body is too large",
          { bytes_max: 8_388_608 },
        ),
      ]);
    }
    assert.deepEqual(trial.heard, []);
  });

  test("there is an address for the provider that is used and for no other", async ({ as }) => {
    for (const name of ["stripe", "paddle"]) {
      const answer = await as(null)("POST", `/api/v1/hooks/${name}`, {});
      assert.deepEqual(told(answer), [404, "hook.missing"], name);
    }
  });

  test("what fails here is answered as a failure, and the provider's next try lands exactly once", async (trial) => {
    const message = await bought(trial);
    const fails = async (expected: readonly [number, string]) =>
      assert.deepEqual(told(await trial.deliver(message)), expected);
    breakNext("before");
    await fails([500, "request.unexpected"]);
    breakNext("within");
    await fails([500, "request.unexpected"]);
    breakNext(
      "before",
      Object.assign(new Error("the database is away"), { outage: true }),
    );
    await fails([503, "request.down"]);
    assert.deepEqual(trial.heard, []);
    assert.deepEqual(await reasons(trial), [0, 0]);
    assert.equal((await trial.deliver(message)).body["received"], "first");
    await isFollowedOnce(trial, message);
    assert.equal((await trial.facts("SUBSCRIPTION_CHANGED")).length, 1);
  });

  test("a message that was kept though the answer was lost is a duplicate when it comes again, and is followed", async (trial) => {
    const message = await bought(trial);
    breakNext("after");
    const lost = await trial.deliver(message);
    assert.deepEqual(told(lost), [500, "request.unexpected"]);
    await isFollowedOnce(trial, message);
  });
}
