import assert from "node:assert/strict";
import { giveUpJob } from "../../src/events/use_cases/give_up_job.ts";
import { replayDeadLetters } from "../../src/events/use_cases/replay_dead_letters.ts";
import { plusMs } from "../../src/kernel/instant.ts";
import { handleJob } from "../../src/main/handle_job.ts";
import { correctRecord } from "../../src/records/use_cases/correct_record.ts";
import { readDelivery } from "../../src/records/use_cases/read_delivery.ts";
import { receiveDelivery } from "../../src/records/use_cases/receive_delivery.ts";
import { retryDelivery } from "../../src/records/use_cases/retry_delivery.ts";
import { take } from "../support/take.ts";
import { incoming, lostJob, openTrial, value } from "../support/trial.ts";
import {
  due,
  EVERYTHING,
  letters,
  told,
} from "../support/dead_letters_trial.ts";

Deno.test("a job given up becomes one dead letter, and its records show as failed", async () => {
  const trial = await openTrial();
  const [id] = await trial.send(incoming());
  const [job] = await due(trial);
  trial.clock.advance(1_000);
  const lost = lostJob(job!, {
    firstFailedAt: plusMs(trial.clock.now(), -500),
  });
  const became = [];
  for (let i = 0; i < 2; i++) {
    became.push(value(await giveUpJob(trial.deps, lost)).became);
  }
  assert.deepEqual(became, ["dead", "none"]);
  assert.equal((await trial.record(id!)).status, "failed");
  const dead = await letters(trial);
  assert.deepEqual(dead, [{
    id: dead[0]!.id,
    jobId: job!.id,
    queue: "records:process",
    task: job!.task,
    errorClass: "embedder.gone",
    reason: "embedder.gone: the embedder is gone",
    attempts: 5,
    firstFailedAt: plusMs(trial.clock.now(), -500),
    diedAt: trial.clock.now(),
    traceparent: null,
    replayedAt: null,
  }]);
  assert.deepEqual(await told(trial, "JOB_DEAD_LETTERED"), [{
    dead_letter_id: dead[0]!.id,
    job_id: job!.id,
    queue: "records:process",
    error_class: "embedder.gone",
    reason: "embedder.gone: the embedder is gone",
    attempts: 5,
    records: 1,
  }]);
});

Deno.test("a replay returns records to their place, once, and the log tells", async () => {
  const trial = await openTrial();
  const [id] = await trial.send(incoming());
  const [job] = await due(trial);
  value(await giveUpJob(trial.deps, lostJob(job!)));
  const [letter] = await letters(trial);
  const replayed = value(
    await replayDeadLetters(trial.deps, trial.scope, EVERYTHING),
  );
  assert.deepEqual(replayed, {
    ids: [letter!.id],
    records: 1,
    more: false,
    lastDueAt: trial.clock.now(),
  });
  assert.equal((await trial.record(id!)).status, "ingested");
  assert.deepEqual(await told(trial, "JOB_REPLAYED"), [{
    dead_letter_id: letter!.id,
    job_id: job!.id,
    queue: "records:process",
    records: 1,
    task: job!.task,
    due_at: null,
  }]);
  assert.deepEqual(await letters(trial, false), []);
  assert.equal((await letters(trial, true))[0]!.replayedAt, trial.clock.now());
  const again = await replayDeadLetters(trial.deps, trial.scope, EVERYTHING);
  assert.deepEqual(value(again).ids, []);
  await trial.runJobs();
  assert.equal((await trial.record(id!)).status, "processed");
  assert.equal((await told(trial, "PROCESSED")).length, 1);
});

Deno.test("a dry run says what a replay would do, and does nothing", async () => {
  const trial = await openTrial();
  const ids = await trial.send(incoming(), incoming());
  const [job] = await due(trial);
  value(await giveUpJob(trial.deps, lostJob(job!)));
  const before = await trial.events();
  const dry = value(
    await replayDeadLetters(trial.deps, trial.scope, {
      ...EVERYTHING,
      dryRun: true,
    }),
  );
  const [letter] = await letters(trial, false);
  assert.deepEqual([dry.ids, dry.records], [[letter!.id], 2]);
  assert.deepEqual(await trial.events(), before);
  assert.equal((await trial.record(ids[0]!)).status, "failed");
  assert.deepEqual(await due(trial), []);
});

Deno.test("a replay at a rate makes its jobs due one after another", async () => {
  const trial = await openTrial();
  for (let i = 0; i < 3; i++) await trial.send(incoming());
  for (const job of await due(trial)) {
    value(await giveUpJob(trial.deps, lostJob(job)));
  }
  const now = trial.clock.now();
  const replayed = value(
    await replayDeadLetters(trial.deps, trial.scope, {
      ...EVERYTHING,
      perSecond: 0.5,
    }),
  );
  assert.equal(replayed.lastDueAt, plusMs(now, 4_000));
  const counts = [(await due(trial)).length];
  for (const ms of [1_999, 1, 2_000]) {
    trial.clock.advance(ms);
    // Jobs that are out already are due again as time goes on: only new ones count.
    const before = plusMs(trial.clock.now(), -10_000);
    counts.push((await take(trial.feed, 9, trial.clock.now(), before)).length);
  }
  assert.deepEqual(counts, [1, 0, 1, 1]);
});

Deno.test("a replay takes what the filter lets through, the latest first, and says that more is left", async () => {
  const trial = await openTrial();
  for (let i = 0; i < 4; i++) await trial.send(incoming());
  const jobs = await due(trial);
  for (const [i, job] of jobs.entries()) {
    const errorClass = i === 0 ? "TypeError" : "embedder.gone";
    value(await giveUpJob(trial.deps, lostJob(job, { errorClass })));
    trial.clock.advance(1);
  }
  const dead = await letters(trial);
  const some = value(
    await replayDeadLetters(trial.deps, trial.scope, {
      ...EVERYTHING,
      filter: { errorClass: "embedder.gone" },
      limit: 2,
    }),
  );
  assert.deepEqual(
    [some.ids, some.more],
    [dead.slice(0, 2).map(({ id }) => id), true],
  );
  const left = (await letters(trial, false)).map(({ errorClass }) =>
    errorClass
  );
  assert.deepEqual(left, ["embedder.gone", "TypeError"]);
});

Deno.test("a replay leaves alone what a person settled meanwhile", async () => {
  const trial = await openTrial();
  const [category] = await trial.categories("Office");
  const [one, two] = await trial.send(incoming(), incoming());
  const [job] = await due(trial);
  value(await giveUpJob(trial.deps, lostJob(job!)));
  value(
    await correctRecord(trial.deps, trial.scope, one!, {
      correction: { categoryId: category! },
      seenVersion: null,
    }),
  );
  const settled = await trial.record(one!);
  const replayed = value(
    await replayDeadLetters(trial.deps, trial.scope, EVERYTHING),
  );
  await trial.runJobs();
  assert.deepEqual(await trial.record(one!), settled);
  assert.equal((await trial.record(two!)).status, "processed");
  assert.equal(replayed.records, settled.status === "failed" ? 2 : 1);
});

Deno.test("a delivery that died is taken in by a replay, and not once more by a late one", async () => {
  const trial = await openTrial();
  const { id } = value(
    await receiveDelivery(trial.deps, trial.scope, [incoming()]),
  );
  const [job] = await due(trial);
  value(await giveUpJob(trial.deps, lostJob(job!)));
  value(await retryDelivery(trial.deps, trial.scope, id));
  await trial.runJobs();
  const done = value(await readDelivery(trial.deps, trial.scope, id));
  assert.equal(done.intake?.accepted, 1);
  assert.deepEqual(await letters(trial, false), []);
  const [letter] = await letters(trial, true);
  assert.equal(letter!.replayedAt, trial.clock.now());
  // As if it had been asked for at the same moment.
  value(await handleJob(trial.deps)(job!));
  value(await replayDeadLetters(trial.deps, trial.scope, EVERYTHING));
  await trial.runJobs();
  assert.deepEqual(
    value(await readDelivery(trial.deps, trial.scope, id)),
    done,
  );
});
