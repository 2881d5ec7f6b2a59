import assert from "node:assert/strict";
import { isDeepStrictEqual } from "node:util";
import type { Job, QueueName, Task } from "../../src/events/job.ts";
import { failures } from "../../src/kernel/failure.ts";
import { fail, ok } from "../../src/kernel/result.ts";
import { sha256 } from "../../src/kernel/sha256.ts";
import type { Clock } from "../../ports/clock.ts";
import type {
  GivenUp,
  JobHandler,
  Queue,
  QueueCounts,
} from "../../ports/queue.ts";
import { StorageDown } from "../../ports/unit_of_work.ts";
import { type Instant, plusMs } from "../../src/kernel/instant.ts";
import { sampleIds } from "../support/samples.ts";

const handling = failures("handling", {
  down: { category: "unavailable", title: "The provider is down" },
  wrong: { category: "invalid", title: "The job makes no sense" },
});

/** The rates that a queue of this suite is opened with: no case but one comes near. */
export const RATED = {
  "records:ingest": { jobs: 12, perMs: 3_600_000 },
} as const;

const FIRST_TICK = "2026-03-01T00:00:01.000Z";

/** A clock that goes on by a second each time it is asked. */
function tickingClock(): Clock {
  let now: Instant = "2026-03-01T00:00:00.000Z";
  return { now: () => now = plusMs(now, 1_000) };
}

/** A new job with an id of its own; `task` is a delivery's intake unless told otherwise. */
export function sampleJob(
  task: Task = {
    kind: "ingest_delivery",
    deliveryId: sampleIds.next("dlv"),
    records: 1,
  },
): Job {
  const id = `${task.kind}-${sha256(JSON.stringify(task)).slice(0, 32)}`;
  return { id, tenantId: sampleIds.next("ten"), task };
}

/**
 * What every queue adapter promises. `open` gives a queue that nobody else uses, with a short backoff and
 * at least two jobs of one queue at once; a job is given up after `attemptsMax` tries.
 */
export function queueContract(
  name: string,
  { open, attemptsMax }: {
    readonly open: (clock: Clock) => Promise<Queue>;
    readonly attemptsMax: number;
  },
): void {
  const test = (promise: string, body: (queue: Queue) => Promise<void>) =>
    Deno.test(`${name} queue ${promise}`, async () => {
      const queue = await open(tickingClock());
      try {
        await body(queue);
      } finally {
        await queue.close();
      }
    });

  test("hands each job to the handler of its queue", async (queue) => {
    const ingest = listen(queue, "records:ingest");
    const process = listen(queue, "records:process");
    const [one, two] = [sampleJob(), sampleJob()];
    const recordIds = [sampleIds.next("rec"), sampleIds.next("rec")];
    const three = sampleJob({ kind: "process_records", recordIds });
    const four = sampleJob({ kind: "embed_examples", recordIds });
    await queue.add([one, three, two, four]);
    await queue.idle();
    assert.deepEqual(byJobId(ingest.seen), byJobId([one, two]));
    assert.deepEqual(byJobId(process.seen), byJobId([three, four]));
    assert.deepEqual([...ingest.lost, ...process.lost], []);
  });

  test("keeps jobs that came before their handler", async (queue) => {
    const job = sampleJob();
    await queue.add([job]);
    const { seen } = listen(queue, "records:ingest");
    await queue.idle();
    assert.deepEqual(seen, [job]);
  });

  test("is idle at once when it has nothing to do", async (queue) => {
    await queue.idle();
    listen(queue, "records:ingest");
    await queue.add([]);
    await queue.idle();
  });

  test("does several jobs of a queue at once", async (queue) => {
    const both = Promise.withResolvers<void>();
    let inside = 0;
    // Each waits until the other has begun: one at a time would never end.
    const { seen } = listen(queue, "records:ingest", async () => {
      if (++inside === 2) both.resolve();
      await both.promise;
      return ok(null);
    });
    await queue.add([sampleJob(), sampleJob()]);
    await queue.idle();
    assert.equal(seen.length, 2);
  });

  test("takes a job once while it waits or runs, and again when it is done", async (queue) => {
    const [running, waiting] = [sampleJob(), sampleJob()];
    const begun = Promise.withResolvers<void>();
    const go = Promise.withResolvers<void>();
    const { seen } = listen(queue, "records:ingest", async () => {
      begun.resolve();
      await go.promise;
      return ok(null);
    });
    await queue.add([running, running]);
    await begun.promise;
    await queue.add([running, waiting, waiting]);
    await queue.add([waiting]);
    go.resolve();
    await queue.idle();
    assert.deepEqual(byJobId(seen), byJobId([running, waiting]));
    await queue.add([running]);
    await queue.idle();
    assert.equal(seen.filter(({ id }) => id === running.id).length, 2);
  });

  test("tries again after an unavailable failure and after a throw", async (queue) => {
    const tries: number[] = [];
    const { seen, lost } = listen(queue, "records:ingest", (_job, attempts) => {
      tries.push(attempts);
      if (attempts === 1) return Promise.resolve(fail(handling.down()));
      if (attempts === 2) throw new Error("boom");
      return Promise.resolve(ok(null));
    });
    const job = sampleJob();
    await queue.add([job]);
    await queue.idle();
    assert.deepEqual(seen, [job, job, job]);
    assert.deepEqual(tries, [1, 2, 3]);
    assert.deepEqual(lost, []);
  });

  test("gives up a job that fails every time, with the last reason", async (queue) => {
    const { seen, lost } = listen(
      queue,
      "records:ingest",
      () => Promise.resolve(fail(handling.down())),
    );
    const job = sampleJob();
    await queue.add([job]);
    await queue.idle();
    assert.equal(seen.length, attemptsMax);
    assert.deepEqual(lost, [{
      job,
      errorClass: "handling.down",
      reason: "handling.down: The provider is down",
      attempts: attemptsMax,
      firstFailedAt: FIRST_TICK,
      suspect: false,
    }]);
  });

  test("gives up a job that throws every time", async (queue) => {
    const { seen, lost } = listen(queue, "records:ingest", () => {
      throw new Error("boom");
    });
    const job = sampleJob();
    await queue.add([job]);
    await queue.idle();
    assert.equal(seen.length, attemptsMax);
    assert.deepEqual(lost, [{
      job,
      errorClass: "Error",
      reason: "Error was thrown",
      attempts: attemptsMax,
      firstFailedAt: FIRST_TICK,
      suspect: true,
    }]);
  });

  test("gives up a job of several records when it throws once, so that it can be split", async (queue) => {
    const recordIds = [sampleIds.next("rec"), sampleIds.next("rec")];
    const batch = sampleJob({ kind: "process_records", recordIds });
    const { seen, lost } = listen(queue, "records:process", () => {
      throw new TypeError("boom");
    });
    await queue.add([batch]);
    await queue.idle();
    assert.deepEqual(seen, [batch]);
    assert.deepEqual(
      lost.map(({ attempts, suspect }) => ({ attempts, suspect })),
      [{ attempts: 1, suspect: true }],
    );
  });

  test("tries a job again after an outage, whole and however often", async (queue) => {
    const recordIds = [sampleIds.next("rec"), sampleIds.next("rec")];
    const batch = sampleJob({ kind: "process_records", recordIds });
    const tries = attemptsMax + 2;
    const { seen, lost } = listen(queue, "records:process", () => {
      if (seen.length < tries) throw new StorageDown("57P01", null);
      return Promise.resolve(ok(null));
    });
    await queue.add([batch]);
    await queue.idle();
    assert.deepEqual(seen, Array(tries).fill(batch));
    assert.deepEqual(lost, []);
  });

  test("waits as long as a failure asks for", async (queue) => {
    const { seen } = listen(
      queue,
      "records:ingest",
      () => Promise.resolve(fail(handling.down({ retry_after_s: 3_600 }))),
    );
    await queue.add([sampleJob()]);
    await until(queue, "records:ingest", { waiting: 0, active: 0, delayed: 1 });
    assert.equal(seen.length, 1);
  });

  test("does what was taught before it decides more", async (queue) => {
    const recordIds = [sampleIds.next("rec")];
    const decide = [1, 2, 3].map(() =>
      sampleJob({ kind: "process_records", recordIds: [sampleIds.next("rec")] })
    );
    const learn = sampleJob({ kind: "embed_examples", recordIds });
    await queue.add([...decide, learn]);
    const { seen } = listen(queue, "records:process");
    await queue.idle();
    assert.deepEqual(seen[0], learn);
    assert.deepEqual(byJobId(seen.slice(1)), byJobId(decide));
  });

  test("begins no more jobs than the queue's rate lets it", async (queue) => {
    const jobs = [1, 2, 3].map(() => sampleJob());
    const { seen } = listen(queue, "records:ingest");
    assert(RATED["records:ingest"].jobs > 3, "this queue's rate is no matter");
    await queue.add(jobs);
    await queue.idle();
    const many = Array.from(
      { length: RATED["records:ingest"].jobs },
      () => sampleJob(),
    );
    await queue.add(many);
    await until(queue, "records:ingest", { waiting: 3, active: 0, delayed: 0 });
    assert.equal(seen.length, RATED["records:ingest"].jobs);
  });

  test("counts what waits", async (queue) => {
    await queue.add([sampleJob(), sampleJob()]);
    assert.deepEqual(await queue.counts("records:ingest"), {
      waiting: 2,
      active: 0,
      delayed: 0,
    });
    assert.deepEqual(await queue.counts("records:process"), {
      waiting: 0,
      active: 0,
      delayed: 0,
    });
  });

  test("is of one generation while it forgets nothing", async (queue) => {
    assert.equal(await queue.generation(), await queue.generation());
  });

  test("ends when its grace is over, whatever still runs", async (queue) => {
    const begun = Promise.withResolvers<void>();
    const go = Promise.withResolvers<void>();
    listen(queue, "records:ingest", async () => {
      begun.resolve();
      await go.promise;
      return ok(null);
    });
    await queue.add([sampleJob()]);
    await begun.promise;
    await queue.close(1);
    go.resolve();
  });

  test("tells what was thrown by name and code, never by a message that may hold content", async (queue) => {
    const secret = "Failing row contains (Quill, -1250)";
    const thrown: readonly (readonly [unknown, string])[] = [
      [new TypeError(secret), "TypeError"],
      [Object.assign(new Error(secret), { code: "23514" }), "Error 23514"],
      [Object.assign(new Error(secret), { code: secret }), "Error"],
      [secret, "a thrown string"],
    ];
    const jobs = thrown.map(() => sampleJob());
    const { lost } = listen(queue, "records:ingest", (job) => {
      throw thrown[jobs.findIndex(({ id }) => id === job.id)]![0];
    });
    await queue.add(jobs);
    await queue.idle();
    const reasons = new Map(
      lost.map(({ job, errorClass }) => [job.id, errorClass]),
    );
    for (const { reason } of lost) assert(!reason.includes("Quill"));
    assert.deepEqual(
      jobs.map(({ id }) => reasons.get(id)),
      thrown.map(([, reason]) => reason),
    );
  });

  test("gives up at once what no further try can mend", async (queue) => {
    const { seen, lost } = listen(
      queue,
      "records:ingest",
      () => Promise.resolve(fail(handling.wrong())),
    );
    const job = sampleJob();
    await queue.add([job]);
    await queue.idle();
    assert.deepEqual(seen, [job]);
    assert.deepEqual(lost, [{
      job,
      errorClass: "handling.wrong",
      reason: "handling.wrong: The job makes no sense",
      attempts: 1,
      firstFailedAt: FIRST_TICK,
      suspect: false,
    }]);
  });

  test("gives up a malformed job before the handler sees it, and goes on", async (queue) => {
    const { seen, lost } = listen(queue, "records:ingest");
    const good = sampleJob();
    const bad = {
      ...sampleJob(),
      task: { kind: "ingest_delivery", deliveryId: "rec_1" },
    } as unknown as Job;
    await queue.add([bad, good]);
    await queue.idle();
    assert.deepEqual(seen, [good]);
    assert.deepEqual(lost.map(({ job }) => job), [bad]);
    assert.match(lost[0]!.reason, /malformed/);
  });

  test("goes on with the next job after one was given up", async (queue) => {
    const [bad, good] = [sampleJob(), sampleJob()];
    const { seen, lost } = listen(
      queue,
      "records:ingest",
      ({ id }) =>
        Promise.resolve(id === bad.id ? fail(handling.wrong()) : ok(null)),
    );
    await queue.add([bad]);
    await queue.idle();
    await queue.add([good]);
    await queue.idle();
    assert.deepEqual(seen, [bad, good]);
    assert.equal(lost.length, 1);
  });

  test("lets what runs finish before it closes, and takes no more work", async (queue) => {
    const begun = Promise.withResolvers<void>();
    const go = Promise.withResolvers<void>();
    let finished = false;
    const { seen } = listen(queue, "records:ingest", async () => {
      begun.resolve();
      await go.promise;
      finished = true;
      return ok(null);
    });
    const job = sampleJob();
    await queue.add([job]);
    await begun.promise;
    const closed = queue.close();
    go.resolve();
    await closed;
    assert.equal(finished, true);
    assert.deepEqual(seen, [job]);
  });
}

/** Works a queue and writes down what came; without a handler every job is done. */
function listen(
  queue: Queue,
  name: QueueName,
  handler: JobHandler = () => Promise.resolve(ok(null)),
): { readonly seen: readonly Job[]; readonly lost: readonly GivenUp[] } {
  const seen: Job[] = [];
  const lost: GivenUp[] = [];
  queue.work(
    name,
    (job, attempts) => {
      seen.push(job);
      return handler(job, attempts);
    },
    (given) => Promise.resolve(void lost.push(given)),
  );
  return { seen, lost };
}

/** Ends once the queue counts so. */
async function until(
  queue: Queue,
  name: QueueName,
  wanted: QueueCounts,
): Promise<void> {
  while (!isDeepStrictEqual(await queue.counts(name), wanted)) {
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

function byJobId(jobs: readonly Job[]): readonly Job[] {
  return jobs.toSorted((a, b) => a.id < b.id ? -1 : 1);
}
