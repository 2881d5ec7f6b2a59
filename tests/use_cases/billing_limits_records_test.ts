import assert from "node:assert/strict";
import fc from "fast-check";
import { newOnes, openLimitTrial, reached } from "../support/limit_trial.ts";
import { incoming, value } from "../support/trial.ts";

Deno.test("of ten times as many records as the plan has room for just as many are taken in, and the others are told why not", async () => {
  const trial = await openLimitTrial({ free: { recordsPerMonth: 7 } });
  const results = await Promise.all(
    newOnes(70).map((one) => trial.accept([one])),
  );
  const failures = results.flatMap((one) => one.ok ? [] : [one.failure]);
  assert.deepEqual(failures, Array(63).fill(reached({ limit: 7, used: 7 })));
  assert.equal((await trial.stored()).length, 7);
  assert.deepEqual(await trial.counted(), [["2026-01", 7]]);
});

Deno.test("a set is taken in as a whole or not at all, and what is refused leaves its room to the next", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.nat(20),
      fc.array(fc.integer({ min: 1, max: 6 }), { maxLength: 30 }),
      async (limit, sizes) => {
        const trial = await openLimitTrial({
          free: { recordsPerMonth: limit },
        });
        const results = await Promise.all(
          sizes.map((size) => trial.accept(newOnes(size))),
        );
        let used = 0;
        for (const [i, size] of sizes.entries()) {
          const result = results[i]!;
          if (used + size <= limit) {
            used += size;
            assert.equal(value(result).accepted, size);
          } else {
            assert(!result.ok);
            assert.deepEqual(result.failure, reached({ limit, used }));
          }
        }
        assert.equal((await trial.stored()).length, used);
        const counted = await trial.counted();
        assert.deepEqual(counted, used === 0 ? [] : [["2026-01", used]]);
      },
    ),
    { numRuns: 100 },
  );
});

Deno.test("what is known already, or kept aside, needs no room; one new record among them needs one", async () => {
  const trial = await openLimitTrial({ free: { recordsPerMonth: 2 } });
  const [a, b, c] = newOnes(3);
  const other = { ...b!, description: "Something else" };
  value(await trial.accept([a!, b!]));
  const again = value(await trial.accept([a!, other]));
  assert.deepEqual([again.accepted, again.duplicates, again.conflicts.length], [
    0,
    1,
    1,
  ]);
  const more = await trial.accept([a!, c!]);
  assert(!more.ok);
  assert.deepEqual(more.failure, reached({ limit: 2, used: 2 }));
  assert.deepEqual(await trial.counted(), [["2026-01", 2]]);
});

Deno.test("with the month, and not a millisecond before, there is room again, and the old month stays as it was counted", async () => {
  const trial = await openLimitTrial({ free: { recordsPerMonth: 3 } });
  value(await trial.accept(newOnes(3)));
  trial.clock.set("2026-01-31T23:59:59.999Z");
  const early = await trial.accept(newOnes(1));
  assert(!early.ok);
  assert.deepEqual(early.failure, reached({ limit: 3, used: 3 }));
  trial.clock.set("2026-02-01T00:00:00.000Z");
  value(await trial.accept(newOnes(2)));
  const much = await trial.accept(newOnes(2));
  assert(!much.ok);
  assert.deepEqual(
    much.failure,
    reached({ limit: 3, used: 2, resets_at: "2026-03-01T00:00:00.000Z" }),
  );
  assert.deepEqual(await trial.counted(), [["2026-02", 2], ["2026-01", 3]]);
  const { usage } = await trial.billing();
  assert.deepEqual(usage[0], {
    what: "records",
    used: 2,
    limit: 3,
    resetsAt: "2026-03-01T00:00:00.000Z",
  });
});

Deno.test("a larger plan has room at once for what it has more; back on a smaller one nothing is lost, and nothing more fits until the month turns", async () => {
  const trial = await openLimitTrial({
    free: { recordsPerMonth: 2 },
    team: { recordsPerMonth: 5 },
    scale: { recordsPerMonth: 8 },
  });
  const fill = async (count: number, failure: ReturnType<typeof reached>) => {
    value(await trial.accept(newOnes(count)));
    const more = await trial.accept([incoming()]);
    assert(!more.ok);
    assert.deepEqual(more.failure, failure);
  };
  await fill(2, reached({ limit: 2, used: 2 }));
  const id = await trial.buy();
  await trial.sync();
  await fill(3, reached({ limit: 5, used: 5, plan: "team" }));
  await trial.world.reprice(id, trial.world.prices[1]);
  await trial.sync();
  await fill(3, reached({ limit: 8, used: 8, plan: "scale" }));
  await trial.world.reprice(id, trial.world.prices[0]);
  await trial.sync();
  await fill(0, reached({ limit: 5, used: 8, plan: "team" }));
  await trial.world.become(id, "ended");
  await trial.sync();
  await fill(0, reached({ limit: 2, used: 8 }));
  assert.equal((await trial.stored()).length, 8);
  trial.clock.set("2026-02-01T00:00:00.000Z");
  const resets_at = "2026-03-01T00:00:00.000Z";
  await fill(2, reached({ limit: 2, used: 2, resets_at }));
  assert.deepEqual(await trial.counted(), [["2026-02", 2], ["2026-01", 8]]);
  assert.equal((await trial.stored()).length, 10);
});

Deno.test("a company without limits is counted all the same, and so meets a limit that it has later", async () => {
  const trial = await openLimitTrial({ team: { recordsPerMonth: 4 } });
  value(await trial.accept(newOnes(4)));
  await trial.buy();
  await trial.sync();
  const more = await trial.accept(newOnes(1));
  assert(!more.ok);
  assert.deepEqual(more.failure, reached({ limit: 4, used: 4, plan: "team" }));
});
