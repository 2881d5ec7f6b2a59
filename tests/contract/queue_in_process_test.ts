import assert from "node:assert/strict";
import fc from "fast-check";
import type { Job } from "../../src/events/job.ts";
import { failures } from "../../src/kernel/failure.ts";
import { fail, ok } from "../../src/kernel/result.ts";
import { fullJitterMs } from "../../src/events/full_jitter.ts";
import { inProcessQueue } from "../../adapters/in_process/queue.ts";
import { systemClock } from "../../adapters/system/clock.ts";
import { queueContract, RATED, sampleJob } from "./queue.ts";

const { down } = failures("handling", {
  down: { category: "unavailable", title: "The provider is down" },
});
const clock = systemClock();
const never = () => Promise.reject(new Error("gave up"));

queueContract("in-process", {
  open: (clock) =>
    Promise.resolve(
      inProcessQueue({ clock, attemptsMax: 3, backoffMs: 1, rates: RATED }),
    ),
  attemptsMax: 3,
});

Deno.test("inProcessQueue() does one queue's jobs in the order they came", async () => {
  const queue = inProcessQueue({ clock, concurrency: 1 });
  const jobs = Array.from({ length: 20 }, () => sampleJob());
  const seen: Job[] = [];
  await queue.add(jobs.slice(0, 10));
  queue.work("records:ingest", (job) => {
    seen.push(job);
    return Promise.resolve(ok(null));
  }, never);
  await queue.add(jobs.slice(10));
  await queue.idle();
  assert.deepEqual(seen, jobs);
});

Deno.test("inProcessQueue() runs no more jobs of a queue at once than told", async () => {
  const queue = inProcessQueue({ clock, concurrency: 3 });
  let running = 0;
  let most = 0;
  queue.work("records:ingest", async () => {
    most = Math.max(most, ++running);
    await Promise.resolve();
    running--;
    return ok(null);
  }, never);
  await queue.add(Array.from({ length: 12 }, () => sampleJob()));
  await queue.idle();
  assert.equal(most, 3);
});

Deno.test("inProcessQueue() drops what waits or sleeps when it closes, and leaves no timer", async () => {
  const queue = inProcessQueue({ clock, concurrency: 1, backoffMs: 1e9 });
  const jobs = [sampleJob(), sampleJob(), sampleJob()];
  const seen: Job[] = [];
  const second = Promise.withResolvers<void>();
  const go = Promise.withResolvers<void>();
  queue.work("records:ingest", async (job) => {
    seen.push(job);
    if (job.id === jobs[0]!.id) return fail(down());
    second.resolve();
    await go.promise;
    return ok(null);
  }, never);
  await queue.add(jobs);
  await second.promise;
  const idle = queue.idle();
  const closed = queue.close();
  go.resolve();
  await Promise.all([closed, idle]);
  await queue.add([sampleJob()]);
  await queue.idle();
  assert.deepEqual(seen, jobs.slice(0, 2));
});

Deno.test("inProcessQueue() tries nothing again once it closes, and gives nothing up for that", async () => {
  const queue = inProcessQueue({ clock, backoffMs: 1 });
  let tries = 0;
  const begun = Promise.withResolvers<void>();
  const go = Promise.withResolvers<void>();
  queue.work("records:ingest", async () => {
    tries++;
    begun.resolve();
    await go.promise;
    return fail(down());
  }, never);
  await queue.add([sampleJob()]);
  await begun.promise;
  const closed = queue.close();
  go.resolve();
  await closed;
  assert.equal(tries, 1);
});

Deno.test("inProcessQueue() reports a job that could not even be given up, and forgets it", async () => {
  const errors: unknown[] = [];
  const queue = inProcessQueue({
    clock,
    attemptsMax: 1,
    onError: (error) => void errors.push(error),
  });
  const boom = new Error("the dead letters are down");
  let tries = 0;
  queue.work("records:ingest", () => {
    tries++;
    return Promise.resolve(fail(down()));
  }, () => Promise.reject(boom));
  const job = sampleJob();
  await queue.add([job]);
  await queue.idle();
  assert.deepEqual(errors, [boom]);
  await queue.add([job]);
  await queue.idle();
  assert.equal(tries, 2);
});

Deno.test("inProcessQueue() reports a job that no queue carries, and takes the others", async () => {
  const errors: unknown[] = [];
  const queue = inProcessQueue({
    clock,
    onError: (error) => void errors.push(String(error)),
  });
  const seen: Job[] = [];
  queue.work("records:ingest", (job) => {
    seen.push(job);
    return Promise.resolve(ok(null));
  }, never);
  const strange = { ...sampleJob(), task: { kind: "dance" } } as unknown as Job;
  const good = sampleJob();
  await queue.add([strange, good]);
  await queue.idle();
  assert.deepEqual(seen, [good]);
  assert.deepEqual(errors, [
    `Error: no queue carries ${JSON.stringify(strange)}`,
  ]);
});

Deno.test("inProcessQueue() refuses a second worker for one queue", () => {
  const queue = inProcessQueue({ clock });
  const work = () =>
    queue.work("records:ingest", () => Promise.resolve(ok(null)), never);
  work();
  assert.throws(work, /records:ingest has a worker already/);
});

Deno.test("fullJitterMs() spreads over a range that doubles up to the cap", () => {
  const at = (attempts: number, random: number) =>
    fullJitterMs(attempts, { baseMs: 100, capMs: 1000, random: () => random });
  assert.deepEqual([1, 2, 3, 4, 5, 99].map((n) => at(n, 1)), [
    100,
    200,
    400,
    800,
    1000,
    1000,
  ]);
  assert.deepEqual([1, 2, 5].map((n) => at(n, 0.5)), [50, 100, 500]);
  fc.assert(fc.property(
    fc.integer({ min: 1, max: 2000 }),
    fc.double({ min: 0, max: 1, noNaN: true }),
    (attempts, random) => at(attempts, random) <= 1000,
  ));
});
