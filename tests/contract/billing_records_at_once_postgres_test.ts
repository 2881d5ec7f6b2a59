import assert from "node:assert/strict";
import { handleJob } from "../../src/main/handle_job.ts";
import { newOnes, reached } from "../support/limit_trial.ts";
import { onPools } from "../support/limit_trial_pools.ts";
import { take } from "../support/take.ts";
import { value } from "../support/trial.ts";

const LIMIT = 20;
const FREE = { free: { recordsPerMonth: LIMIT } } as const;

Deno.test("PostgreSQL: of two hundred records that three processes take in at once twenty find room, where there is room for twenty", async () => {
  await onPools(FREE, async ({ trial, as }) => {
    const results = await Promise.all(
      newOnes(10 * LIMIT).map((one, n) => trial.accept([one], as(n))),
    );
    const failures = results.flatMap((one) => one.ok ? [] : [one.failure]);
    const full = reached({ limit: LIMIT, used: LIMIT });
    assert.deepEqual(failures, Array(9 * LIMIT).fill(full));
    assert.equal((await trial.stored()).length, LIMIT);
    assert.deepEqual(await trial.counted(), [["2026-01", LIMIT]]);
    assert.deepEqual(await trial.warnings(), [
      "NEAR 16/20 until 2026-02-01",
      "REACHED 20/20 until 2026-02-01",
    ]);
  });
});

Deno.test("PostgreSQL: sets of all sizes at once fill what there is and no more, and each that is refused was too large for what was left", async () => {
  await onPools(FREE, async ({ trial, as }) => {
    const sizes = Array.from({ length: 90 }, (_, n) => 1 + n % 5);
    const results = await Promise.all(
      sizes.map((size, n) => trial.accept(newOnes(size), as(n))),
    );
    let accepted = 0;
    for (const [n, size] of sizes.entries()) {
      const result = results[n]!;
      if (result.ok) {
        accepted += result.value.accepted;
        continue;
      }
      const used = Number(result.failure.facts["used"]);
      assert.deepEqual(result.failure, reached({ limit: LIMIT, used }));
      assert(used <= LIMIT && used + size > LIMIT, `${size} beside ${used}`);
    }
    // A single one is refused only by a month that is full, and most are refused.
    assert.equal(accepted, LIMIT);
    assert.equal((await trial.stored()).length, LIMIT);
    assert.deepEqual(await trial.counted(), [["2026-01", LIMIT]]);
  });
});

Deno.test("PostgreSQL: the same records sent at once by many are counted once each", async () => {
  await onPools(FREE, async ({ trial, as }) => {
    const records = newOnes(LIMIT);
    const results = await Promise.all(
      Array.from(
        { length: 60 },
        (_, n) =>
          trial.accept(n % 2 === 0 ? records : [records[n % LIMIT]!], as(n)),
      ),
    );
    const accepted = results.map((one) => value(one).accepted);
    assert.equal(accepted.reduce((sum, one) => sum + one, 0), LIMIT);
    assert.equal((await trial.stored()).length, LIMIT);
    assert.deepEqual(await trial.counted(), [["2026-01", LIMIT]]);
  });
});

Deno.test("PostgreSQL: jobs and requests at once share what room there is; what found none comes in with a larger plan, once", async () => {
  await onPools(FREE, async ({ trial, as }) => {
    const { feed, clock } = trial;
    for (let n = 0; n < 15; n++) await trial.deliver([`d${n}a`, `d${n}b`]);
    const jobs = await take(feed, 100, clock.now(), clock.now());
    assert.equal(jobs.length, 15);
    const requests = newOnes(30);
    const [results] = await Promise.all([
      Promise.all(requests.map((one, n) => trial.accept([one], as(n)))),
      // Each of them delivered to two.
      Promise.all(
        [...jobs, ...jobs].map(async (job, n) =>
          value(await handleJob(as(n))(job))
        ),
      ),
    ]);
    const accepted = results.filter(({ ok }) => ok).length;
    assert.equal((await trial.stored()).length, LIMIT);
    assert.deepEqual(await trial.counted(), [["2026-01", LIMIT]]);
    assert.equal(await trial.waitingJobs(), 15 - (LIMIT - accepted) / 2);
    await trial.buy();
    await trial.settle();
    assert.equal((await trial.stored()).length, accepted + 30);
    assert.deepEqual(await trial.counted(), [["2026-01", accepted + 30]]);
    assert.equal(await trial.waitingJobs(), 0);
  });
});
