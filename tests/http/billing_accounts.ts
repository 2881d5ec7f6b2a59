import assert from "node:assert/strict";
import { plusMs } from "../../src/kernel/instant.ts";
import { BILLING, CHECKOUT, sellingOn } from "./billing_trial.ts";
import { invalid, problem } from "./http_client.ts";
import { told } from "./signed_in.ts";
import type { TestOn } from "./tests_on.ts";

const PORTAL = `${BILLING}/portal`;
const SYNC = `${BILLING}/sync`;
const INVOICES = `${BILLING}/invoices`;
const DAY_MS = 86_400_000;

const noAccount = problem(
  "billing.no_account",
  409,
  "This company is no customer yet; begin with a checkout",
);
const ofCustomers = [
  ["POST", PORTAL, {}],
  ["POST", SYNC, undefined],
  ["GET", INVOICES, undefined],
] as const;

/** Who may ask of a company's account, what there is to ask, and its invoices. */
export function billingAccountTests(on: TestOn): void {
  accountsOfNobody(on);
  const test = sellingOn(on);

  test("who is no customer has no portal, no invoices and nothing to ask for", async ({ call, as, stranger, buy }) => {
    for (const [method, path, sent] of ofCustomers) {
      const { status, body } = await call(method, path, sent);
      assert.deepEqual([status, body] as unknown, [409, noAccount], path);
    }
    await buy();
    const other = as(await stranger());
    for (const [method, path, sent] of ofCustomers) {
      const { status, body } = await other(method, path, sent);
      assert.deepEqual([status, body] as unknown, [409, noAccount], path);
      assert((await call(method, path, sent)).status < 300, path);
    }
  });

  test("only owners read and change what is paid; a key that names reading may read", async (trial) => {
    await trial.buy();
    await trial.settle();
    const all = [
      ["GET", BILLING, undefined],
      ["POST", CHECKOUT, { plan: "team" }],
      ...ofCustomers,
    ] as const;
    for (const role of ["admin", "reviewer", "viewer"]) {
      const call = trial.as(await trial.keyOf(role));
      for (const [method, path, sent] of all) {
        const refused = told(await call(method, path, sent));
        assert.deepEqual(refused, [403, "access.denied"], `${role} ${path}`);
      }
    }
    const reader = trial.as(await trial.keyOf("agent", ["billing.read"]));
    for (const [method, path, sent] of all) {
      const { status } = await reader(method, path, sent);
      assert.equal(status, method === "GET" ? 200 : 403, path);
      const nobody = await trial.as(null)(method, path, sent);
      assert.deepEqual(told(nobody), [401, "access.unauthenticated"], path);
    }
  });

  test("who asks for it learns what no message told, and when that was asked", async (trial) => {
    const { call, clock, billing } = trial;
    await trial.buy();
    assert.equal(await trial.runJobs(), 0);
    assert.equal((await billing())["asked_at"], null);
    clock.advance(5_000);
    const asked = await call("POST", SYNC);
    assert.deepEqual([asked.status, asked.text], [202, ""]);
    assert.equal(await trial.stands(), "active free");
    await trial.runJobs();
    assert.equal(await trial.stands(), "active team");
    assert.equal((await billing())["asked_at"], clock.now());
    clock.advance(5_000);
    await call("POST", SYNC);
    await trial.runJobs();
    assert.equal((await billing())["asked_at"], clock.now());
    assert.equal((await trial.facts("SUBSCRIPTION_CHANGED")).length, 1);
  });

  test("invoices go on by cursor, the latest first, as the provider has them", async (trial) => {
    const { call, clock, world } = trial;
    const start = clock.now();
    const id = await trial.buy();
    for (const month of [1, 2]) {
      clock.set(plusMs(start, month * 30 * DAY_MS));
      await world.become(id, "past_due");
      if (month === 1) await world.become(id, "active");
    }
    const invoice = (count: number, status: string) => ({
      id: `inv_00000000${count}`,
      number: `inv_00000000${count}`,
      status,
      total: { minor: "2000", currency: "EUR" },
      created_at: plusMs(start, (count - 1) * 30 * DAY_MS),
      url: null,
    });
    const expected = [
      invoice(3, "open"),
      invoice(2, "paid"),
      invoice(1, "paid"),
    ];
    const whole = await call("GET", INVOICES);
    assert.deepEqual(
      [whole.status, whole.body] as unknown,
      [200, { data: expected, next_cursor: null }],
    );
    const first = await call("GET", `${INVOICES}?limit=2`);
    assert.deepEqual(first.body["data"] as unknown, expected.slice(0, 2));
    const cursor = first.body["next_cursor"]!;
    const rest = await call("GET", `${INVOICES}?limit=2&cursor=${cursor}`);
    assert.deepEqual(
      rest.body as unknown,
      { data: expected.slice(2), next_cursor: null },
    );
  });

  test("a page of invoices that cannot be is refused", async ({ call, buy }) => {
    await buy();
    for (
      const [query, parameter] of [
        ["limit=0", "limit"],
        ["limit=101", "limit"],
        ["limit=x", "limit"],
        ["cursor=a%2Fb", "cursor"],
        ["cursor=", "cursor"],
        ["status=paid", "status"],
      ]
    ) {
      const { status, body } = await call("GET", `${INVOICES}?${query}`);
      assert.equal(status, 422, query);
      assert.deepEqual(
        body["errors"]!.map((one) => one["parameter"]) as unknown,
        [parameter],
        query,
      );
    }
    const { body } = await call("GET", `${INVOICES}?cursor=a%2Fb`);
    const flaw = { parameter: "cursor", detail: "is not a cursor of ours" };
    assert.deepEqual(body as unknown, invalid(flaw));
  });
}

function accountsOfNobody(test: TestOn): void {
  test("where nothing is sold nothing can be bought, and nobody is a customer", async ({ call }) => {
    const refused = await call("POST", CHECKOUT, { plan: "unlimited" });
    assert.deepEqual(
      [refused.status, refused.body] as unknown,
      [409, problem("billing.nothing_sold", 409, "No plans are sold here")],
    );
    for (const [method, path, sent] of ofCustomers) {
      const { status, body } = await call(method, path, sent);
      assert.deepEqual([status, body] as unknown, [409, noAccount], path);
    }
  });
}
