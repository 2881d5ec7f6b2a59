import assert from "node:assert/strict";
import { checkReviewQueues } from "../../src/main/check_review_queues.ts";
import { changeSettings } from "../../src/notifications/use_cases/change_settings.ts";
import { listNotices } from "../../src/notifications/use_cases/list_notices.ts";
import { openNoticeTrial } from "../support/notice_trial.ts";
import { incoming, value } from "../support/trial.ts";

const DAY_MS = 86_400_000;

Deno.test("a queue that is too old is told of once a day, until people have looked", async () => {
  const trial = await openNoticeTrial();
  const { deps, scope, clock, runJobs, mails } = trial;
  const [office] = await trial.categories("Office");
  await trial.send(incoming(), incoming());
  await runJobs();
  const since = clock.now();
  const check = async () => {
    await checkReviewQueues(deps);
    await runJobs();
  };
  clock.advance(3 * DAY_MS - 1);
  await check();
  const told = async () =>
    (await trial.events()).filter(({ type }) => type === "REVIEW_QUEUE_OLD")
      .map(({ payload }) => [payload["waiting"], payload["waiting_since"]]);
  assert.deepEqual(await told(), []);
  clock.advance(1);
  for (let n = 0; n < 3; n++) await check();
  assert.deepEqual(await told(), [[2, since]]);
  clock.advance(DAY_MS);
  for (let n = 0; n < 3; n++) await check();
  assert.equal((await told()).length, 2);
  assert.equal(mails.length, 1, "the first by the daily digest");

  await trial.giveAll(() => office!);
  clock.advance(1_000);
  await check();
  const page = value(
    await listNotices(deps, scope, { limit: 9, cursor: null }),
  );
  assert.deepEqual(
    page.data.map(({ kind, closedAt }) => [kind, closedAt! <= clock.now()]),
    [["review_queue_old", true], ["review_queue_old", true]],
  );
  assert.equal((await told()).length, 2);
});

Deno.test("how long is too long is the company's to say", async () => {
  const trial = await openNoticeTrial();
  const { deps, scope, clock, runJobs } = trial;
  value(
    await changeSettings(
      deps,
      scope,
      { digestHour: 7, reviewQueueDays: 1 },
      null,
    ),
  );
  await trial.send(incoming());
  await runJobs();
  clock.advance(DAY_MS);
  await checkReviewQueues(deps);
  const types = (await trial.events()).map(({ type }) => type);
  assert(types.includes("REVIEW_QUEUE_OLD"));
});
