import assert from "node:assert/strict";
import { arrive, type Told } from "../support/sourced.ts";
import type { HttpTrial, TestOn } from "./tests_on.ts";

const V1 = "/api/v1";
const HELD = {
  externalId: "p1",
  pending: true,
  description: "Bramble Coffee",
  occurredAt: "2026-03-02T00:00:00.000Z",
  amount: { minor: "-350", currency: "GBP" },
} as const satisfies Told;
const BOOKED = {
  ...HELD,
  externalId: "b1",
  pending: false,
  supersedes: "p1",
  description: "BRAMBLE COFFEE LEEDS",
  amount: { minor: "-400", currency: "GBP" },
} as const satisfies Told;

/** A record that a person decided while it was pending, and its booked version with a tip, which was kept aside. */
async function withConflict(trial: HttpTrial) {
  const { call } = trial;
  const [food] = await trial.categories("Food");
  await arrive(trial, HELD);
  await trial.runJobs();
  await trial.giveAll(() => food!);
  await arrive(trial, BOOKED);
  const { body } = await call("GET", `${V1}/conflicts`);
  const [one] = body["data"]!;
  return {
    food,
    path: `${V1}/conflicts/${one!["id"]}`,
    record: `${V1}/records/${one!["record_id"]}`,
    resolve: (verdict: string, headers = {}) =>
      call(
        "POST",
        `${V1}/conflicts/${one!["id"]}/resolve`,
        { verdict },
        headers,
      ),
    open: async () =>
      (await call("GET", `${V1}/conflicts`)).body["data"]!.length,
    types: async () => (await trial.events()).map(({ type }) => type),
  };
}

/** Versions that were kept aside, and what people make of them. */
export function conflictTests(test: TestOn): void {
  test("a version kept aside is shown beside its record, with what does not agree", async (trial) => {
    const { call } = trial;
    const { path, record } = await withConflict(trial);
    const shown = await call("GET", path);
    assert.deepEqual(shown.body["reasons"] as unknown, [
      { field: "amount", detail: "is another one" },
    ]);
    const version = shown.body["version"]! as Record<string, unknown>;
    assert.deepEqual(
      [version["external_id"], version["pending"], version["amount"]],
      ["b1", false, { minor: -400, currency: "GBP" }],
    );
    const whole = shown.body["record"]! as Record<string, unknown>;
    assert.deepEqual(whole["amount"], { minor: -350, currency: "GBP" });
    assert.equal(shown.headers.get("etag"), `"${whole["version"]}"`);
    assert.equal(shown.body["status"], "open");
    const { body } = await call("GET", record);
    assert.equal(body["pending"] as unknown, true);
    assert.equal(body["conflicts"]!.length, 1);
    const { body: listed } = await call("GET", `${V1}/records`);
    assert.deepEqual(
      listed["data"]!.map((one) => one["pending"] as unknown),
      [true],
    );
    const elsewhere = await call("POST", `${V1}/connections`, { name: "b" });
    const list = (query: string) => call("GET", `${V1}/conflicts${query}`);
    assert.deepEqual(
      (await list(`?connection_id=${elsewhere.body["id"]}`)).body["data"],
      [],
    );
    const at = `?connection_id=${shown.body["connection_id"]}`;
    assert.equal((await list(at)).body["data"]!.length, 1);
    assert.deepEqual((await list("?status=resolved")).body["data"], []);
  });

  test("take_new: the record takes the version and its id, and a person's decision stays", async (trial) => {
    const { call } = trial;
    const { path, record, resolve, food, open, types } = await withConflict(
      trial,
    );
    const before = await call("GET", record);
    const stale = await resolve("take_new", { "If-Match": '"1"' });
    assert.equal(stale.status, 412);
    const done = await resolve("take_new", {
      "If-Match": before.headers.get("etag")!,
    });
    assert.equal(done.status, 200);
    const { body } = await call("GET", record);
    assert.deepEqual(
      {
        amount: body["amount"],
        external_id: body["external_id"],
        category_id: body["category_id"],
        status: body["status"],
        pending: body["pending"],
      } as unknown,
      {
        amount: { minor: -400, currency: "GBP" },
        external_id: "b1",
        category_id: food,
        status: "approved",
        pending: false,
      },
    );
    assert.equal(await open(), 0);
    assert.deepEqual((await types()).slice(-2), [
      "RECORD_UPDATED",
      "RECORD_CONFLICT_RESOLVED",
    ]);
    // Neither version comes back.
    const { duplicates } = await arrive(trial, HELD);
    assert.equal(duplicates + (await arrive(trial, BOOKED)).duplicates, 2);

    const again = await resolve("take_new");
    assert.deepEqual(
      [again.status, again.body["status"]],
      [200, "resolved"],
    );
    const other = await resolve("keep_old");
    assert.equal(other.status, 409);
    assert.match(other.text, /conflict\.resolved/);
    assert.equal((await call("GET", path)).body["status"], "resolved");
    const told = (await types()).filter((type) =>
      type === "RECORD_CONFLICT_RESOLVED"
    );
    assert.equal(told.length, 1);
  });

  test("keep_old: the record stays, booked, and the version does not ask again", async (trial) => {
    const { call } = trial;
    const { record, resolve, open } = await withConflict(trial);
    const before = await call("GET", record);
    assert.equal((await resolve("keep_old")).status, 200);
    const { body } = await call("GET", record);
    assert.equal(body["pending"] as unknown, false);
    assert.deepEqual(
      [body["version"], body["amount"], body["external_id"]],
      ["version", "amount", "external_id"].map((name) => before.body[name]),
    );
    assert.equal((await arrive(trial, BOOKED)).duplicates, 1);
    assert.equal(await open(), 0);
  });

  test("both: the version becomes a record of its own, under its own id", async (trial) => {
    const { call } = trial;
    const { record, resolve } = await withConflict(trial);
    const { body } = await resolve("both");
    const madeIn = (answer: unknown) =>
      (answer as { resolution: { made_record_id: string } }).resolution
        .made_record_id;
    const made = await call("GET", `${V1}/records/${madeIn(body)}`);
    assert.deepEqual(
      [made.body["external_id"], made.body["status"], made.body["amount"]],
      ["b1", "ingested", { minor: -400, currency: "GBP" }] as unknown[],
    );
    assert.equal((await call("GET", record)).body["external_id"], "p1");
    const { duplicates } = await arrive(trial, BOOKED);
    assert.equal(duplicates, 1);
    await trial.runJobs();
    const after = await call("GET", `${V1}/records/${madeIn(body)}`);
    assert.equal(after.body["status"], "processed");
    assert.equal(madeIn((await resolve("both")).body), madeIn(body));
  });

  test("both, where the source used one id twice: the new record's id tells which conflict it was", async (trial) => {
    const { call } = trial;
    const push = (description: string, minor: number) =>
      call("POST", `${V1}/records`, {
        records: [{
          external_id: "a",
          description,
          amount: { minor, currency: "GBP" },
        }],
      });
    await push("Tallow", -100);
    await push("Reed", -900);
    const { body } = await call("GET", `${V1}/conflicts`);
    const [one] = body["data"]!;
    assert.deepEqual(
      (one!["reasons"] as unknown as { field: string }[])
        .map(({ field }) => field),
      ["amount", "counterparty"],
    );
    const path = `${V1}/conflicts/${one!["id"]}/resolve`;
    await call("POST", path, { verdict: "both" });
    const { body: all } = await call("GET", `${V1}/records`);
    const [made] = all["data"]!;
    assert.equal(made!["external_id"], `a~${one!["id"]}`);
    assert.equal(made!["description"], "Reed");
  });

  test("take_new of what no person decided is decided anew", async (trial) => {
    const { call } = trial;
    await arrive(trial, { ...HELD, pending: false });
    await trial.runJobs();
    const fee = { minor: "-999", currency: "GBP" } as const;
    await arrive(trial, { ...HELD, pending: false, amount: fee });
    const { body } = await call("GET", `${V1}/conflicts`);
    const id = body["data"]![0]!["id"];
    assert.equal((await trial.waiting()).length, 1);
    await call("POST", `${V1}/conflicts/${id}/resolve`, {
      verdict: "take_new",
    });
    assert.equal((await trial.waiting()).length, 0);
    await trial.runJobs();
    const [waiting] = await trial.waiting();
    const record = await trial.record(waiting!.recordId);
    assert.deepEqual([record.status, record.amount], ["processed", fee]);
  });

  test("of a record that was erased only keep_old is left, and a viewer resolves nothing", async (trial) => {
    const { call, as } = trial;
    const { path, record, resolve } = await withConflict(trial);
    const viewer = as(await trial.keyOf("viewer"));
    const denied = await viewer("POST", `${path}/resolve`, {
      verdict: "both",
    });
    assert.equal(denied.status, 403);
    await call("POST", `${V1}/privacy/erasures`, {
      record_ids: [record.split("/").at(-1)],
    });
    await trial.runJobs();
    const refused = await resolve("take_new");
    assert.equal(refused.status, 409);
    assert.match(refused.text, /conflict\.erased/);
    assert.equal((await resolve("keep_old")).status, 200);
    for (const version of [HELD, BOOKED, { ...BOOKED, externalId: "b2" }]) {
      assert.equal((await arrive(trial, version)).duplicates, 1);
    }
  });
}
