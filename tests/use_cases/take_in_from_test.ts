import assert from "node:assert/strict";
import { listRecords } from "../../src/records/use_cases/list_records.ts";
import { correctRecord } from "../../src/records/use_cases/correct_record.ts";
import { arrive, type Told } from "../support/sourced.ts";
import { incoming, openTrial, value } from "../support/trial.ts";

const COFFEE = {
  description: "Bramble Coffee",
  amount: { minor: "-350", currency: "GBP" },
  occurredAt: "2026-03-02T00:00:00.000Z",
} as const satisfies Told;
const held = (id: string, given: Told = {}): Told => ({
  ...COFFEE,
  externalId: id,
  pending: true,
  ...given,
});
const booked = (id: string, given: Told = {}): Told => ({
  ...COFFEE,
  externalId: id,
  description: "BRAMBLE COFFEE LEEDS 0423",
  occurredAt: "2026-03-04T00:00:00.000Z",
  ...given,
});

async function open() {
  const trial = await openTrial();
  const all = async () =>
    value(
      await listRecords(trial.deps, trial.scope, {}, {
        limit: 100,
        cursor: null,
      }),
    ).data.toReversed();
  const types = async () => (await trial.events()).map(({ type }) => type);
  return { trial, all, types };
}

Deno.test("the booked version updates its record under its new id, and keeps the decision", async () => {
  const { trial, all, types } = await open();
  const [food] = await trial.categories("Food");
  const first = await arrive(trial, held("p1"));
  assert.deepEqual([first.accepted, first.revised], [1, 0]);
  await trial.runJobs();
  await trial.giveAll(() => food!);
  const [before] = await all();
  const second = await arrive(trial, booked("b1", { supersedes: "p1" }));
  assert.deepEqual(
    [second.accepted, second.revised, second.record_ids],
    [0, 1, [before!.id]],
  );
  const [after, ...others] = await all();
  assert.deepEqual(others, []);
  assert.deepEqual(after, {
    ...before!,
    version: before!.version + 1,
    externalId: "b1",
    description: "BRAMBLE COFFEE LEEDS 0423",
    counterparty: "BRAMBLE COFFEE LEEDS",
    occurredAt: "2026-03-04T00:00:00.000Z",
    fingerprint: after!.fingerprint,
  });
  assert.equal(after!.categoryId, food);
  assert.equal((await types()).at(-1), "RECORD_UPDATED");
  const { payload } = (await trial.events()).at(-1)!;
  assert.deepEqual(payload["before"], {
    description: "Bramble Coffee",
    counterparty: "Bramble Coffee",
    occurred_at: "2026-03-02T00:00:00.000Z",
    external_id: "p1",
    pending: true,
  });
});

Deno.test("what comes late or again of a version before is a duplicate, and never a step back", async () => {
  const { trial, all } = await open();
  await arrive(trial, booked("b1", { supersedes: "p1" }));
  for (
    const late of [
      held("p1"),
      held("p1", { description: "BRAMBLE" }),
      booked("b1", { supersedes: "p1" }),
      booked("b1"),
    ]
  ) {
    const { duplicates } = await arrive(trial, late);
    assert.equal(duplicates, 1);
  }
  const [one, ...others] = await all();
  assert.deepEqual([one!.externalId, others], ["b1", []]);
});

Deno.test("a new version under the same id is taken, and the one before does not come back", async () => {
  const { trial, all } = await open();
  const older = booked("b1", { description: "Bramble Coffee Leeds" });
  await arrive(trial, older);
  assert.equal((await arrive(trial, booked("b1"))).revised, 1);
  assert.equal((await arrive(trial, older)).duplicates, 1);
  const [one] = await all();
  assert.equal(one!.description, "BRAMBLE COFFEE LEEDS 0423");
});

Deno.test("two equal coffees pending on one day, booked under new ids, stay two", async () => {
  for (const together of [true, false]) {
    const { trial, all } = await open();
    await arrive(trial, held("p1"), held("p2"));
    const both = [booked("b1"), booked("b2")];
    if (together) await arrive(trial, ...both);
    else for (const one of both) await arrive(trial, one);
    assert.deepEqual(
      (await all()).map(({ externalId }) => externalId).toSorted(),
      ["b1", "b2"],
    );
    assert.equal((await arrive(trial, held("p1"), held("p2"))).duplicates, 2);
  }
});

Deno.test("what a source shows as pending beside a booked payment is not what was booked", async () => {
  const { trial, all } = await open();
  await arrive(trial, held("p1"));
  const { accepted } = await arrive(trial, held("p1"), booked("b1"));
  assert.equal(accepted, 1);
  assert.equal((await all()).length, 2);
});

Deno.test("an amount that changed until it was booked is taken and decided anew", async () => {
  const { trial, all, types } = await open();
  await arrive(trial, held("p1"));
  await trial.runJobs();
  assert.equal((await trial.waiting()).length, 1);
  const tip = { amount: { minor: "-400", currency: "GBP" } } as const;
  const { revised } = await arrive(trial, booked("p1", tip));
  assert.equal(revised, 1);
  assert.equal((await trial.waiting()).length, 0);
  assert.deepEqual((await types()).slice(-2), [
    "RECORD_UPDATED",
    "REPROCESS_REQUESTED",
  ]);
  assert.deepEqual((await all())[0]!.status, "ingested");
  await trial.runJobs();
  const [one] = await all();
  assert.deepEqual([one!.status, one!.amount!.minor], ["processed", "-400"]);
  assert.equal((await trial.waiting()).length, 1);
});

Deno.test("once a person decided, another amount is kept aside, and the record goes on working", async () => {
  const { trial, all } = await open();
  const [food] = await trial.categories("Food");
  await arrive(trial, held("p1"));
  await trial.runJobs();
  await trial.giveAll(() => food!);
  const [before] = await all();
  const tip = { amount: { minor: "-400", currency: "GBP" } } as const;
  const version = booked("b1", { ...tip, supersedes: "p1" });
  const intake = await arrive(trial, version);
  assert.deepEqual(
    [intake.quarantined, intake.conflicts],
    [1, [{ external_id: "b1", record_id: before!.id }]],
  );
  assert.equal((await arrive(trial, version)).duplicates, 1);
  assert.deepEqual(await all(), [before]);
  const { payload } = (await trial.events()).findLast(({ type }) =>
    type === "RECORD_CONFLICTED"
  )!;
  assert.deepEqual(payload["differs"], ["amount"]);
});

Deno.test("ids that a bank gives out anew overwrite nothing and double nothing", async () => {
  const { trial, all } = await open();
  const wage = booked("1", {
    description: "Wages",
    amount: { minor: "250000", currency: "GBP" },
  });
  const card = booked("2", { amount: { minor: "-8500", currency: "GBP" } });
  const fee = booked("3", {
    description: "Standing order",
    amount: { minor: "-400", currency: "GBP" },
  });
  await arrive(trial, wage, card, fee);
  const before = await all();
  const intake = await arrive(
    trial,
    { ...fee, externalId: "4" },
    { ...card, externalId: "3" },
    { ...wage, externalId: "2" },
    booked("1"),
  );
  assert.deepEqual(
    [intake.accepted, intake.revised, intake.quarantined],
    [0, 0, 4],
  );
  assert.deepEqual(await all(), before);
});

Deno.test("a field that a person settled stays, the others follow", async () => {
  const { trial, all } = await open();
  await arrive(trial, held("p1"));
  const id = (await all())[0]!.id;
  value(
    await correctRecord(trial.deps, trial.scope, id, {
      correction: {
        counterparty: "The Bramble Ltd",
        attributes: { unit: "Yard", why: "visit" },
      },
      seenVersion: null,
    }),
  );
  const { revised } = await arrive(
    trial,
    booked("p1", { attributes: { unit: "Shop", till: 4 } }),
  );
  assert.equal(revised, 1);
  const [one] = await all();
  assert.deepEqual(
    [one!.counterparty, one!.description, one!.attributes],
    ["The Bramble Ltd", "BRAMBLE COFFEE LEEDS 0423", {
      unit: "Yard",
      why: "visit",
      till: 4,
    }],
  );
});

Deno.test("an id that a guess took from its record is another payment once it is booked itself", async () => {
  const { trial, all } = await open();
  await arrive(trial, held("p1"));
  // Booked at once, equal to what is pending: it takes the record, which only a guess says is right.
  await arrive(trial, booked("x1"));
  assert.equal((await arrive(trial, booked("p1"))).accepted, 1);
  assert.deepEqual((await all()).map(({ externalId }) => externalId), [
    "x1",
    "p1",
  ]);
  for (const version of [booked("p1"), booked("x1"), held("p1")]) {
    assert.equal((await arrive(trial, version)).duplicates, 1);
  }

  await arrive(trial, held("p2"));
  await arrive(trial, booked("x2"));
  // The same, shown by a link.
  assert.equal(
    (await arrive(trial, booked("b2", { supersedes: "p2" }))).accepted,
    1,
  );
  assert.equal((await arrive(trial, held("p2"))).duplicates, 1);
  assert.equal((await all()).length, 4);
});

Deno.test("two booked payments that name one pending payment: the second is kept aside", async () => {
  const { trial, all } = await open();
  await arrive(trial, held("p1"));
  await arrive(trial, booked("b1", { supersedes: "p1" }));
  const { quarantined } = await arrive(
    trial,
    booked("b2", { supersedes: "p1" }),
  );
  assert.equal(quarantined, 1);
  assert.deepEqual((await all()).map(({ externalId }) => externalId), ["b1"]);
});

Deno.test("a payment that is booked with another amount, name or day, and names no other, is one of its own", async () => {
  const { trial, all } = await open();
  await arrive(trial, held("p1"));
  const { accepted } = await arrive(
    trial,
    booked("b1", { amount: { minor: "-351", currency: "GBP" } }),
    booked("b2", { description: "Tallow & Reed" }),
    booked("b3", { occurredAt: "2026-03-09T00:00:00.000Z" }),
    booked("b4", { amount: null }),
    booked("b5", { occurredAt: null }),
  );
  assert.equal(accepted, 5);
  assert.equal((await all()).length, 6);
});

Deno.test("a pending record does not take what is booked in another direction, currency, or under another name", async () => {
  for (
    const other of [
      { amount: { minor: "350", currency: "GBP" } },
      { amount: { minor: "-400", currency: "EUR" } },
      { amount: { minor: "-400", currency: "GBP" }, description: "Wages" },
      { occurredAt: "2026-04-02T00:00:00.000Z" },
    ] as const
  ) {
    const { trial, all } = await open();
    await arrive(trial, held("p1"));
    const before = await all();
    assert.equal((await arrive(trial, booked("p1", other))).quarantined, 1);
    assert.deepEqual(await all(), before);
  }
});

Deno.test("pushes by API beside a connector lose nothing: what they brought first is another version", async () => {
  const { trial, all } = await open();
  await trial.send(incoming({ externalId: "b1", description: "pushed" }));
  const intake = await arrive(trial, booked("b1"));
  assert.equal(intake.quarantined, 1);
  assert.equal((await all()).length, 1);
});

Deno.test("a set of nothing is taken in as nothing", async () => {
  const { trial } = await open();
  assert.deepEqual(await arrive(trial), {
    accepted: 0,
    duplicates: 0,
    conflicts: [],
    record_ids: [],
    revised: 0,
    quarantined: 0,
  });
});

Deno.test("a pending payment that changes its id is followed until it is booked", async () => {
  const { trial, all } = await open();
  await arrive(trial, held("p1"));
  await arrive(trial, held("p2", { supersedes: "p1" }));
  assert.equal((await arrive(trial, held("p1"))).duplicates, 1);
  await arrive(trial, booked("b1", { supersedes: "p2" }));
  assert.deepEqual((await all()).map(({ externalId }) => externalId), ["b1"]);
  const late = [held("p1"), held("p2", { supersedes: "p1" })];
  assert.equal((await arrive(trial, ...late)).duplicates, 2);
});

Deno.test("a payload that differs each time changes no record and asks nobody twice", async () => {
  const { trial, all, types } = await open();
  const [food] = await trial.categories("Food");
  await arrive(trial, held("p1"));
  await trial.runJobs();
  await trial.giveAll(() => food!);
  const tip = { amount: { minor: "-400", currency: "GBP" } } as const;
  await arrive(trial, booked("b1", { ...tip, supersedes: "p1" }));
  await arrive(trial, booked("b2", { description: "Tallow & Reed" }));
  const [before, told] = [await all(), await types()];
  for (const balance of [1, 2, 3]) {
    const { duplicates } = await arrive(
      trial,
      held("p1", { raw: { balance } }),
      booked("b1", { ...tip, supersedes: "p1", raw: { balance } }),
      booked("b2", { description: "Tallow & Reed", raw: { balance } }),
    );
    assert.equal(duplicates, 3);
  }
  assert.deepEqual(await all(), before);
  assert.deepEqual(await types(), told);
});

Deno.test("what was kept aside while it was pending is kept aside once it is booked under a new id, and never a second payment", async () => {
  const { trial, all } = await open();
  const [food] = await trial.categories("Food");
  await arrive(trial, held("p1"));
  await trial.runJobs();
  await trial.giveAll(() => food!);
  const tip = { amount: { minor: "-400", currency: "GBP" } } as const;
  assert.equal((await arrive(trial, held("p1", tip))).quarantined, 1);
  // The source names no link.
  assert.equal((await arrive(trial, booked("b1", tip))).quarantined, 1);
  assert.equal((await arrive(trial, booked("b1", tip))).duplicates, 1);
  assert.equal((await all()).length, 1);
  // It waits for one: another one of that amount is a payment of its own.
  assert.equal((await arrive(trial, booked("b2", tip))).accepted, 1);
});
