import assert from "node:assert/strict";
import { bookWith } from "../support/billing_trial.ts";
import { type BillingTrial, PUBLIC_URL, sellingOn } from "./billing_trial.ts";
import { problem } from "./http_client.ts";
import { told } from "./signed_in.ts";
import type { TestOn } from "./tests_on.ts";

const RECORDS = "/api/v1/records";
const FEBRUARY = "2026-02-01T00:00:00.000Z";
const MARCH = "2026-03-01T00:00:00.000Z";

/** Sends records of these ids. */
function send(
  { call }: Pick<BillingTrial, "call">,
  ids: string,
  headers: Readonly<Record<string, string>> = {},
) {
  const records = [...ids].map((external_id) => ({
    external_id,
    description: `timber ${external_id}`,
  }));
  return call("POST", RECORDS, { records }, headers);
}

/** The ids of what is there, by age. */
async function kept({ call }: BillingTrial): Promise<string> {
  const { body } = await call("GET", `${RECORDS}?limit=100`);
  return body["data"]!.map((one) => one["external_id"]).reverse().join("");
}

const ofRecords = (limit: number, used: number, resets_at = FEBRUARY) => ({
  what: "records",
  limit,
  used,
  resets_at,
});

const noRoom = (used: number, resets_at?: string) =>
  problem("billing.limit_reached", 402, "Your plan allows no more of this", {
    ...ofRecords(5, used, resets_at),
    plan: "free",
    upgrade_url: `${PUBLIC_URL}/console/billing#checkout`,
  });

/** How many records a plan takes in. */
export function billingLimitTests(on: TestOn): void {
  const book = bookWith({ free: { recordsPerMonth: 5 } });
  const test = sellingOn(on, { book });

  test("more than the plan has left is refused as a whole, with what is left and where to buy", async (trial) => {
    const six = await send(trial, "abcdef");
    assert.deepEqual([six.status, six.body], [402, noRoom(0)]);
    assert.equal(
      six.headers.get("content-type"),
      "application/problem+json",
    );
    assert.deepEqual([await kept(trial), await trial.used("records")], [
      "",
      0,
    ]);
    assert.equal((await send(trial, "abc")).status, 202);
    const three = await send(trial, "def");
    assert.deepEqual([three.status, three.body], [402, noRoom(3)]);
    assert.equal((await send(trial, "de")).status, 202);
    const one = await send(trial, "f");
    assert.deepEqual([one.status, one.body], [402, noRoom(5)]);
    assert.deepEqual(
      [await kept(trial), await trial.used("records")],
      ["abcde", 5],
    );
    const ingested = await trial.facts("INGESTED");
    assert.equal(ingested.length, 5);
  });

  test("that a limit is near is told at four fifths of it, that it is reached once, and that sets find no room before that once", async (trial) => {
    const told = async () => [
      await trial.facts("LIMIT_NEAR"),
      await trial.facts("LIMIT_REACHED"),
    ];
    await send(trial, "abc");
    assert.deepEqual(await told(), [[], []]);
    await send(trial, "d");
    const near = [ofRecords(5, 4)];
    assert.deepEqual(await told(), [near, []]);
    for (const ids of ["ef", "ef", "efg"]) {
      assert.equal((await send(trial, ids)).status, 402);
    }
    assert.deepEqual(await told(), [near, [ofRecords(5, 4)]]);
    await send(trial, "e");
    assert.equal((await send(trial, "f")).status, 402);
    assert.deepEqual(await told(), [
      near,
      [ofRecords(5, 4), ofRecords(5, 5)],
    ]);
  });

  test("a limit that is reached by the last record is told then, and a new month tells it anew", async (trial) => {
    await send(trial, "abcde");
    const january = ofRecords(5, 5);
    assert.deepEqual(await trial.facts("LIMIT_REACHED"), [january]);
    assert.equal((await send(trial, "f")).status, 402);
    trial.clock.set(FEBRUARY);
    assert.equal(await trial.used("records"), 0);
    assert.equal((await send(trial, "fghi")).status, 202);
    const refused = await send(trial, "jk");
    assert.deepEqual([refused.status, refused.body], [402, noRoom(4, MARCH)]);
    assert.deepEqual(await trial.facts("LIMIT_REACHED"), [
      january,
      ofRecords(5, 4, MARCH),
    ]);
    assert.deepEqual(await trial.facts("LIMIT_NEAR"), [
      ofRecords(5, 4, MARCH),
    ]);
  });

  test("a record counts once, however often and under whatever key it comes, and a full plan takes repeats", async (trial) => {
    const key = { "Idempotency-Key": "monday" };
    const first = await send(trial, "abc", key);
    const again = await send(trial, "abc", key);
    assert.deepEqual([again.status, again.body], [202, first.body]);
    assert.equal(again.headers.get("idempotency-replayed"), "true");
    assert.equal(await trial.used("records"), 3);
    const mixed = await send(trial, "abcd", { "Idempotency-Key": "tuesday" });
    assert.deepEqual(
      [mixed.body["accepted"], mixed.body["duplicates"]] as unknown,
      [1, 3],
    );
    assert.equal(await trial.used("records"), 4);
    await send(trial, "e");
    for (
      const repeat of [
        await send(trial, "abcde"),
        await send(trial, "abc", key),
      ]
    ) {
      assert.equal(repeat.status, 202, repeat.text);
    }
    const other = await trial.call("POST", RECORDS, {
      records: [{ external_id: "a", description: "another text" }],
    });
    assert.equal(other.body["conflicts"]!.length, 1);
    assert.equal(await trial.used("records"), 5);
  });

  test("a refusal is not remembered under its key: the same request goes well once the plan is larger", async (trial) => {
    const key = { "Idempotency-Key": "monday" };
    assert.equal((await send(trial, "abcdef", key)).status, 402);
    await trial.buy();
    await trial.settle();
    const taken = await send(trial, "abcdef", key);
    assert.deepEqual(
      [taken.status, taken.headers.get("idempotency-replayed")],
      [202, null],
    );
    assert.equal(await trial.used("records"), 6);
    assert.equal((await send(trial, "ghijk")).status, 202);
  });

  test("of twenty at once just as many are taken in as there is room for", async (trial) => {
    const answers = await Promise.all(
      [..."abcdefghijklmnopqrst"].map((id) => send(trial, id)),
    );
    const statuses = answers.map(({ status }) => status);
    assert.deepEqual(statuses.toSorted(), [
      ...Array(5).fill(202),
      ...Array(15).fill(402),
    ]);
    assert.deepEqual(
      [(await kept(trial)).length, await trial.used("records")],
      [5, 5],
    );
    assert.deepEqual(await trial.facts("LIMIT_REACHED"), [ofRecords(5, 5)]);
  });

  test("a key that may only write is refused, too, and whoever pays hears of it", async (trial) => {
    const scopes = ["records.write"];
    const call = trial.as(await trial.keyOf("agent", scopes));
    const refused = await send({ call }, "abcdef");
    assert.deepEqual(told(refused), [402, "billing.limit_reached"]);
    assert.deepEqual(await trial.facts("LIMIT_REACHED"), [ofRecords(5, 0)]);
  });

  test("one company's use is no other's", async (trial) => {
    await send(trial, "abcde");
    const call = trial.as(await trial.stranger());
    assert.equal((await send({ call }, "abcde")).status, 202);
    assert.deepEqual(told(await send({ call }, "f")), [
      402,
      "billing.limit_reached",
    ]);
    assert.equal((await trial.facts("LIMIT_REACHED")).length, 1);
  });

  test("a delivery for which there is no room waits, and is taken in with the new month", async (trial) => {
    await send(trial, "abc");
    const later = await send(trial, "def", { Prefer: "respond-async" });
    assert.equal(later.status, 202);
    const path = later.headers.get("location")!;
    const status = async () => (await trial.call("GET", path)).body["status"];
    await trial.runJobs();
    assert.equal(await status(), "waiting");
    assert.deepEqual(await trial.facts("LIMIT_REACHED"), [ofRecords(5, 3)]);
    trial.clock.set(FEBRUARY);
    await trial.runJobs();
    assert.equal(await status(), "taken_in");
    assert.deepEqual(
      [await kept(trial), await trial.used("records")],
      ["abcdef", 3],
    );
  });
}
