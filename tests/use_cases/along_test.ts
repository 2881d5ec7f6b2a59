import assert from "node:assert/strict";
import type { RecordId } from "../../src/kernel/ids.ts";
import { handleJob } from "../../src/main/handle_job.ts";
import { take } from "../support/take.ts";
import { incoming, openTrial, value } from "../support/trial.ts";

/** A trial whose first job was taken, with three more that wait. */
async function openWithFour(given: Parameters<typeof openTrial>[0] = {}) {
  const trial = await openTrial(given);
  const [first] = await trial.send(incoming());
  const { feed, clock } = trial;
  const [job] = await take(feed, 1, clock.now(), clock.now());
  const rest: RecordId[] = [];
  for (let i = 0; i < 3; i++) rest.push(...await trial.send(incoming()));
  return { ...trial, job: job!, ids: [first!, ...rest] };
}

async function statuses(
  { record, ids }: Awaited<ReturnType<typeof openWithFour>>,
) {
  return await Promise.all(ids.map(async (id) => (await record(id)).status));
}

Deno.test("a small job does others of its tenant along with it, each once", async () => {
  const trial = await openWithFour();
  const done = value(await handleJob(trial.deps)(trial.job));
  assert.deepEqual(
    [done!.needs_review, done!.along.length],
    [4, 3],
  );
  assert.deepEqual(await statuses(trial), Array(4).fill("processed"));
  assert.equal(await trial.runJobs(), 0);
  const processed = (await trial.events())
    .filter(({ type }) => type === "PROCESSED");
  assert.equal(processed.length, 4);
});

Deno.test("a job that failed once is done alone, and so is a large one", async () => {
  const again = await openWithFour();
  const second = value(await handleJob(again.deps)(again.job, 2));
  assert.deepEqual(second!.along, []);
  assert.deepEqual(await statuses(again), [
    "processed",
    "ingested",
    "ingested",
    "ingested",
  ]);

  const trial = await openTrial();
  await trial.send(...Array.from({ length: 51 }, () => incoming()));
  const { feed, clock } = trial;
  const [job] = await take(feed, 1, clock.now(), clock.now());
  await trial.send(incoming());
  const large = value(await handleJob(trial.deps)(job!));
  assert.deepEqual([large!.needs_review, large!.along], [51, []]);
});

Deno.test("what was taken along by a job that failed goes its own way at once", async () => {
  let broken = true;
  const trial = await openWithFour();
  const { embedder } = trial.deps;
  const handle = handleJob({
    ...trial.deps,
    embedder: {
      ...embedder,
      embed: (texts) => {
        if (broken) throw new TypeError("a bug");
        return embedder.embed(texts);
      },
    },
  });
  await assert.rejects(handle(trial.job), /a bug/);
  assert.deepEqual(await statuses(trial), Array(4).fill("ingested"));
  const { feed, clock } = trial;
  const before = new Date(Date.parse(clock.now()) - 1).toISOString();
  const jobs = await take(feed, 9, clock.now(), before as `${string}Z`);
  assert.equal(jobs.length, 3);
  broken = false;
  for (const job of [trial.job, ...jobs]) value(await handle(job, 2));
  assert.deepEqual(await statuses(trial), Array(4).fill("processed"));
});

Deno.test("two deliveries that take each other's work do each of it once", async () => {
  const trial = await openWithFour();
  const handle = handleJob(trial.deps);
  const { feed, clock } = trial;
  const before = new Date(Date.parse(clock.now()) - 1).toISOString();
  const others = await take(feed, 1, clock.now(), before as `${string}Z`);
  await Promise.all(
    [trial.job, ...others, trial.job].map((job) => handle(job)),
  );
  await trial.runJobs();
  assert.deepEqual(await statuses(trial), Array(4).fill("processed"));
  const processed = (await trial.events())
    .filter(({ type }) => type === "PROCESSED");
  assert.equal(processed.length, 4);
  assert.equal((await trial.waiting()).length, 4);
});
