import assert from "node:assert/strict";
import fc from "fast-check";
import { listRecords } from "../../src/records/use_cases/list_records.ts";
import { arrive, type Told } from "../support/sourced.ts";
import { openTrial, value } from "../support/trial.ts";

/** How a source tells of one payment, each time with everything that may differ. */
const payment = fc.record({
  /** Payments of one shop on one day, of equal amounts. */
  shop: fc.constantFrom("Bramble Coffee", "Tallow & Reed"),
  /** The booked id: another one with a link, the same one, or booked at once. */
  form: fc.constantFrom("linked", "same_id", "booked_only"),
  tip: fc.boolean(),
  updates: fc.integer({ min: 0, max: 2 }),
});
type Payment = typeof payment extends fc.Arbitrary<infer T> ? T : never;

/** The id and amount that it is to have in the end. */
function booked({ form, tip }: Payment, n: number) {
  return {
    externalId: form === "linked" ? `b${n}` : `p${n}`,
    minor: tip && form !== "booked_only" ? "-400" : "-350",
  };
}

function versionsOf(one: Payment, n: number): readonly Told[] {
  const money = (minor: string) =>
    ({ amount: { minor: minor as `${bigint}`, currency: "GBP" } }) as const;
  const { externalId, minor } = booked(one, n);
  const last: Told = {
    externalId,
    description: `${one.shop} LEEDS ${n}`,
    occurredAt: "2026-03-04T00:00:00.000Z",
    supersedes: one.form === "linked" ? `p${n}` : null,
    ...money(minor),
  };
  if (one.form === "booked_only") return [last];
  const pending = Array.from({ length: one.updates + 1 }, (_, i): Told => ({
    externalId: `p${n}`,
    pending: true,
    description: i === 0 ? one.shop : `${one.shop} held ${i}`,
    occurredAt: "2026-03-02T00:00:00.000Z",
    ...money("-350"),
  }));
  return [...pending, last];
}

async function endOf(sets: readonly (readonly Told[])[]) {
  const trial = await openTrial();
  for (const set of sets) {
    const intake = await arrive(trial, ...set);
    assert.equal(intake.quarantined, 0, JSON.stringify(sets));
  }
  const all = { limit: 200, cursor: null };
  const { data } = value(await listRecords(trial.deps, trial.scope, {}, all));
  return data.map((record) => [
    record.externalId,
    record.amount?.minor,
    record.description,
  ]).toSorted();
}

/** The versions in some order, some of them several times, in sets of some sizes. */
const deliveries = (versions: readonly Told[]) =>
  fc.tuple(
    fc.shuffledSubarray([...versions], { minLength: versions.length }),
    fc.array(fc.nat(), { maxLength: 6 }),
    fc.array(fc.integer({ min: 1, max: 4 }), {
      minLength: 1,
      maxLength: 30,
    }),
  ).map(([order, repeats, sizes]) => {
    const all = [...order];
    for (const n of repeats) {
      all.splice(n % (all.length + 1), 0, versions[n % versions.length]!);
    }
    const sets: Told[][] = [];
    for (let i = 0; all.length > 0; i++) {
      sets.push(all.splice(0, sizes[i % sizes.length]!));
    }
    return sets;
  });

Deno.test("any order, any repetition and any sets of versions end in the same records", async () => {
  const runs = fc.array(payment, { minLength: 1, maxLength: 4 }).chain(
    (payments) =>
      fc.record({
        payments: fc.constant(payments),
        sets: deliveries(payments.flatMap(versionsOf)),
      }),
  );
  await fc.assert(
    fc.asyncProperty(runs, async ({ payments, sets }) => {
      assert.deepEqual(
        await endOf(sets),
        payments.map((one, n) => {
          const { externalId, minor } = booked(one, n);
          return [externalId, minor, `${one.shop} LEEDS ${n}`];
        }).toSorted(),
      );
    }),
    { numRuns: 150 },
  );
});

Deno.test("without links too, as long as what is pending comes before it is booked, equal payments stay as many as they are", async () => {
  const runs = fc.integer({ min: 1, max: 4 }).chain((count) =>
    fc.record({
      count: fc.constant(count),
      pending: fc.shuffledSubarray([...Array(count).keys()]),
      booked: fc.shuffledSubarray([...Array(count).keys()], {
        minLength: count,
      }),
      together: fc.boolean(),
    })
  );
  const told = (n: number, pending: boolean): Told => ({
    externalId: `${pending ? "p" : "b"}${n}`,
    pending,
    description: "Bramble Coffee",
    occurredAt: "2026-03-02T00:00:00.000Z",
  });
  await fc.assert(
    fc.asyncProperty(runs, async ({ count, pending, booked, together }) => {
      const later = booked.map((n) => [told(n, false)]);
      const ended = await endOf([
        pending.map((n) => told(n, true)),
        ...together ? [later.flat()] : later,
        pending.map((n) => told(n, true)),
      ]);
      assert.deepEqual(
        ended.map(([id]) => id),
        [...Array(count).keys()].map((n) => `b${n}`),
      );
    }),
    { numRuns: 60 },
  );
});
