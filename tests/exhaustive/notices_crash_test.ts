import assert from "node:assert/strict";
import type { Fact } from "../../src/events/fact.ts";
import { sampleIds } from "../support/samples.ts";
import { handleJob } from "../../src/main/handle_job.ts";
import { plusMs } from "../../src/kernel/instant.ts";
import { type CrashPoint, dying, untilDone } from "../support/crash.ts";
import { degraded, flagged, openNoticeTrial } from "../support/notice_trial.ts";
import { take } from "../support/take.ts";

/** Two incidents are told to an endpoint that fails at first, and by e-mail; the worker dies once. */
async function story(nth = Infinity, when: CrashPoint = "after") {
  let fails = 2;
  const trial = await openNoticeTrial({
    answer: () => fails-- > 0 ? 500 : 200,
  });
  const { deps, feed, clock } = trial;
  await trial.endpoint();
  await trial.happen(degraded(), flagged());
  const fate = dying(deps.uow, nth, when);
  const handle = handleJob({ ...deps, uow: fate.uow });
  for (let round = 0; round < 3; round++) {
    for (;;) {
      const now = clock.now();
      const jobs = await take(feed, 100, now, plusMs(now, 1));
      if (jobs.length === 0) break;
      for (const job of jobs) await untilDone(() => handle(job));
    }
    clock.advance(10 * 3_600_000);
  }
  const deliveries = await trial.deliveries();
  return {
    died: fate.died(),
    statuses: deliveries.map(({ status }) => status),
    hooks: new Set(trial.hooks.map(({ id }) => id)).size,
    mails: new Set(trial.mails.map(({ id }) => id)).size,
    /** Attempts that were made beyond what was noted. */
    repeated: trial.hooks.length + trial.mails.length -
      deliveries.reduce((sum, { attempts }) => sum + attempts, 0),
  };
}

Deno.test("wherever a worker dies, every message is delivered, and a repeated attempt has its old id", async () => {
  const { died: _, ...whole } = await story();
  assert.deepEqual(whole, {
    statuses: ["delivered", "delivered", "delivered", "delivered"],
    hooks: 2,
    mails: 2,
    repeated: 0,
  });
  let deaths = 0;
  for (const when of ["before", "inside", "after"] as const) {
    for (let nth = 1;; nth++) {
      const { died, repeated, ...again } = await story(nth, when);
      if (!died) break;
      deaths++;
      const { repeated: _, ...expected } = whole;
      assert.deepEqual(again, expected, `${when} unit ${nth}`);
      // Of one job at most, which carries three messages here.
      assert(repeated <= 3, `${when} unit ${nth}: ${repeated}`);
    }
  }
  assert(deaths > 10, String(deaths));
});

Deno.test("events that are told and events that are not may stand between one another in a unit", async () => {
  const trial = await openNoticeTrial();
  const dead = (queue: string): Fact => ({
    type: "JOB_DEAD_LETTERED",
    payload: {
      dead_letter_id: sampleIds.next("dlt"),
      job_id: "x",
      queue,
      attempts: 5,
      records: 0,
      error_class: "TypeError",
      reason: "TypeError was thrown",
    },
  });
  await trial.endpoint();
  await trial.happen(
    degraded(),
    dead("notifications:deliver"),
    { type: "LEARNING_REQUESTED", payload: { examples: 1 } },
    dead("notifications:deliver"),
    dead("records:ingest"),
  );
  await trial.runJobs();
  assert.deepEqual(
    trial.hooks.map(({ body }) => JSON.parse(body).type).sort(),
    ["notice.connection_degraded", "notice.intake_failed"],
  );
});

Deno.test("a message whose sending throws does not keep those beside it from going out, and is tried again", async () => {
  const trial = await openNoticeTrial();
  const { deps, feed, clock } = trial;
  const [bad, good] = [await trial.endpoint(), await trial.endpoint()];
  await trial.happen(degraded());
  let throws = true;
  const handle = handleJob({
    ...deps,
    sealer: {
      ...deps.sealer!,
      open: (sealed, place) => {
        if (throws && place.connectionId === bad.id) throw new TypeError("x");
        return deps.sealer!.open(sealed, place);
      },
    },
  });
  const work = async () => {
    for (;;) {
      const now = clock.now();
      const jobs = await take(feed, 100, now, plusMs(now, 1));
      if (jobs.length === 0) return;
      for (const job of jobs) assert((await handle(job)).ok);
    }
  };
  await work();
  const of = async (id: typeof bad.id) =>
    (await trial.deliveries()).find(({ endpointId }) => endpointId === id)!;
  assert.equal((await of(good.id)).status, "delivered");
  const waiting = await of(bad.id);
  assert.deepEqual(
    [waiting.status, waiting.attempts, waiting.lastFailure],
    ["pending", 1, "TypeError"],
  );
  throws = false;
  clock.advance(10_000);
  await work();
  assert.equal((await of(bad.id)).status, "delivered");
  assert.equal(trial.mails.length, 1);
});
