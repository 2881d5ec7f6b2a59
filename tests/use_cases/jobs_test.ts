import assert from "node:assert/strict";
import { plusMs } from "../../src/kernel/instant.ts";
import { giveUpJob } from "../../src/events/use_cases/give_up_job.ts";
import { decideApprovals } from "../../src/approvals/use_cases/decide_approvals.ts";
import { readDelivery } from "../../src/records/use_cases/read_delivery.ts";
import { receiveDelivery } from "../../src/records/use_cases/receive_delivery.ts";
import { retryDelivery } from "../../src/records/use_cases/retry_delivery.ts";
import { handleJob } from "../../src/main/handle_job.ts";
import { incoming, lostJob, openTrial, value } from "../support/trial.ts";
import { take } from "../support/take.ts";

Deno.test("a job delivered twice at once has its effect once", async () => {
  const trial = await openTrial();
  await trial.categories("Office");
  await trial.send(incoming(), incoming());
  const now = trial.clock.now();
  const [job] = await take(trial.feed, 1, now, now);
  const handle = handleJob(trial.deps);
  await Promise.all([handle(job!), handle(job!), handle(job!)]);
  const types = (await trial.events()).map((event) => event.type);
  assert.equal(types.filter((type) => type === "PROCESSED").length, 2);
  assert.equal((await trial.waiting()).length, 2);
});

Deno.test("a kept delivery is taken in once, by its job", async () => {
  const trial = await openTrial();
  const one = incoming();
  const { id } = value(
    await receiveDelivery(trial.deps, trial.scope, [one, incoming()]),
  );
  const waiting = value(await readDelivery(trial.deps, trial.scope, id));
  assert.equal(waiting.intake, null);
  const now = trial.clock.now();
  const [job] = await take(trial.feed, 1, now, now);
  const handle = handleJob(trial.deps);
  value(await handle(job!));
  value(await handle(job!));
  const { intake } = value(await readDelivery(trial.deps, trial.scope, id));
  assert.deepEqual(
    [intake!.accepted, intake!.duplicates, intake!.record_ids.length],
    [2, 0, 2],
  );
  await trial.runJobs();
  const first = await trial.record(intake!.record_ids[0] as `rec_${string}`);
  assert.deepEqual([first.externalId, first.status], [
    one.externalId,
    "processed",
  ]);
});

Deno.test("a delivery given up shows as failed, and is taken in when tried again", async () => {
  const trial = await openTrial();
  const { id } = value(
    await receiveDelivery(trial.deps, trial.scope, [incoming()]),
  );
  const now = trial.clock.now();
  const [job] = await take(trial.feed, 1, now, now);
  const early = await retryDelivery(trial.deps, trial.scope, id);
  assert(!early.ok);
  assert.equal(early.failure.kind, "delivery.not_failed");
  value(await giveUpJob(trial.deps, lostJob(job!)));
  const failed = value(await readDelivery(trial.deps, trial.scope, id));
  assert.deepEqual([failed.failedAt, failed.intake], [now, null]);
  value(await retryDelivery(trial.deps, trial.scope, id));
  await trial.runJobs();
  const done = value(await readDelivery(trial.deps, trial.scope, id));
  assert.deepEqual([done.failedAt, done.intake?.accepted], [null, 1]);
});

Deno.test("what was approved is embedded by a job, each distinct text once", async () => {
  const trial = await openTrial();
  const [office] = await trial.categories("Office");
  await trial.send(incoming(), incoming(), incoming({ description: "Other" }));
  await trial.runJobs();
  const embedded: string[] = [];
  const { embedder } = trial.deps;
  const watching = {
    ...trial.deps,
    embedder: {
      ...embedder,
      embed: (texts: readonly string[]) => {
        embedded.push(...texts);
        return embedder.embed(texts);
      },
    },
  };
  const waiting = await trial.waiting();
  value(
    await decideApprovals(
      trial.deps,
      trial.scope,
      waiting.map(({ id }) => ({
        approvalId: id,
        verdict: { kind: "override", categoryId: office! },
        note: null,
      })),
    ),
  );
  const now = trial.clock.now();
  const jobs = await take(trial.feed, 10, now, plusMs(now, 1));
  assert.deepEqual(jobs.map((job) => job.task.kind), ["embed_examples"]);
  value(await handleJob(watching)(jobs[0]!));
  assert.equal(embedded.length, 2);
  assert.equal(new Set(embedded).size, 2);
});
