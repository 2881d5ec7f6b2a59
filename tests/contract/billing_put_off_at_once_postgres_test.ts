import assert from "node:assert/strict";
import type { UnitOfWork } from "../../ports/unit_of_work.ts";
import type { Job, Task } from "../../src/events/job.ts";
import { handleJob } from "../../src/main/handle_job.ts";
import type { LimitTrial } from "../support/limit_trial.ts";
import { onPools, type Pools } from "../support/limit_trial_pools.ts";
import { take } from "../support/take.ts";
import { value } from "../support/trial.ts";

/** Stops the first unit that took its turn at the plan at its end, before it commits, until it is let go. */
function stopped(uow: UnitOfWork) {
  const reached = Promise.withResolvers<void>();
  const going = Promise.withResolvers<void>();
  const stoppedUow: UnitOfWork = {
    run: (permit, work) =>
      uow.run(permit, async (tx) => {
        let itsTurn = false;
        const takeTurn: typeof tx.usage.takeTurn = async (of) => {
          await tx.usage.takeTurn(of);
          itsTurn ||= of === "plan";
        };
        const done = await work({ ...tx, usage: { ...tx.usage, takeTurn } });
        if (itsTurn) {
          reached.resolve();
          await going.promise;
        }
        return done;
      }),
  };
  return { uow: stoppedUow, reached: reached.promise, go: going.resolve };
}

/** Waits until another unit waits for its turn, or `done` is over without. */
async function untilHeldUp(
  { waiting }: Pools,
  done: Promise<unknown>,
): Promise<void> {
  let isOver = false;
  done.then(() => void (isOver = true), () => void (isOver = true));
  while (!isOver && await waiting() === 0);
}

const LIMITS = { free: { recordsPerMonth: 1 } };
const KINDS = ["ingest_delivery", "import_file", "ingest_payloads"] as const;

/** Two records for which there is no room, in a job of that kind; a larger plan was bought. */
async function jobOf(
  trial: LimitTrial,
  kind: Task["kind"],
): Promise<Job> {
  const till = await trial.webhooks();
  await trial.hook(till, "a");
  await trial.runJobs();
  if (kind === "ingest_delivery") await trial.deliver(["b", "c"]);
  else if (kind === "import_file") await trial.upload(["b", "c"]);
  else await trial.hook(till, "b", "c");
  const { feed, clock } = trial;
  const [job] = await take(feed, 10, clock.now(), clock.now());
  assert.equal(job!.task.kind, kind);
  await trial.buy();
  return job!;
}

/** Everything is in though no month has turned. */
async function isAwake(trial: LimitTrial): Promise<void> {
  await trial.runJobs();
  assert.deepEqual(await trial.stored(), ["a", "b", "c"]);
  assert.deepEqual(await trial.counted(), [["2026-01", 3]]);
  assert.equal(await trial.waitingJobs(), 0);
}

for (const kind of KINDS) {
  Deno.test(`PostgreSQL: a job that is put off while a larger plan is about to be kept waits for that, and is not left asleep: ${kind}`, async () => {
    await onPools(LIMITS, async (pools) => {
      const { trial, as } = pools;
      const job = await jobOf(trial, kind);
      const change = stopped(as(0).uow);
      const changed = trial.sync({ ...as(0), uow: change.uow });
      await Promise.race([change.reached, changed]);
      const done = handleJob(as(1))(job);
      await untilHeldUp(pools, done);
      change.go();
      await changed;
      value(await done);
      await isAwake(trial);
    });
  });

  Deno.test(`PostgreSQL: a larger plan that is kept while a job is about to be put off waits for that, and hastens it: ${kind}`, async () => {
    await onPools(LIMITS, async (pools) => {
      const { trial, as } = pools;
      const job = await jobOf(trial, kind);
      const putOff = stopped(as(0).uow);
      const done = handleJob({ ...as(0), uow: putOff.uow })(job);
      await Promise.race([putOff.reached, done]);
      const changed = trial.sync(as(1));
      await untilHeldUp(pools, changed);
      putOff.go();
      value(await done);
      await changed;
      await isAwake(trial);
    });
  });
}

Deno.test("PostgreSQL: a job that many do at once without room is put off once, and what fits of a file is taken in once", async () => {
  await onPools({ free: { recordsPerMonth: 3 } }, async ({ trial, as }) => {
    const { feed, clock } = trial;
    await trial.upload([..."abcde"]);
    await trial.deliver([..."fghi"]);
    const jobs = await take(feed, 10, clock.now(), clock.now());
    assert.equal(jobs.length, 2);
    await Promise.all(
      Array.from({ length: 12 }, async (_, n) => {
        value(await handleJob(as(n))(jobs[n % 2]!));
      }),
    );
    assert.deepEqual(await trial.stored(), ["a", "b", "c"]);
    assert.equal(await trial.waitingJobs(), 2);
    const due = await take(feed, 10, "2026-02-01T00:00:00.000Z", clock.now());
    assert.deepEqual(
      due.map(({ task }) => task.kind)
        .filter((kind) => kind === "import_file" || kind === "ingest_delivery")
        .toSorted(),
      ["import_file", "ingest_delivery"],
    );
    const told = await trial.facts("IMPORT_DEFERRED");
    assert.equal(told.length, 1);
  });
});

Deno.test("PostgreSQL: what is put off is no backlog until it is due", async () => {
  await onPools({ free: { recordsPerMonth: 1 } }, async ({ trial }) => {
    const { feed, scope } = trial;
    await trial.deliver(["a", "b"]);
    await trial.runJobs();
    const at = async (now: Parameters<typeof feed.census>[0]) => {
      const { tenants, queues } = await feed.census(now);
      const { jobs, records } = queues["records:ingest"];
      return { jobs, records, tenant: tenants.get(scope.tenantId) ?? 0 };
    };
    assert.deepEqual(await at("2026-01-02T23:59:59.999Z"), {
      jobs: 1,
      records: 0,
      tenant: 0,
    });
    assert.deepEqual(await at("2026-01-03T00:00:00.000Z"), {
      jobs: 1,
      records: 2,
      tenant: 2,
    });
  });
});
