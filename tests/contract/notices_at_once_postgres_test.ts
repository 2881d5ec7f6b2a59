import assert from "node:assert/strict";
import { postgresDirectory } from "../../adapters/postgres/directory.ts";
import { postgresJobFeed } from "../../adapters/postgres/job_feed.ts";
import { postgresKeyUses } from "../../adapters/postgres/key_uses.ts";
import { postgresUnitOfWork } from "../../adapters/postgres/unit_of_work.ts";
import { plusMs } from "../../src/kernel/instant.ts";
import { handleJob } from "../../src/main/handle_job.ts";
import { listNotices } from "../../src/notifications/use_cases/list_notices.ts";
import { freshPostgres } from "../support/databases.ts";
import { degraded, flagged, openNoticeTrial } from "../support/notice_trial.ts";
import { sampleIds } from "../support/samples.ts";
import { take } from "../support/take.ts";
import { value } from "../support/trial.ts";

const WORKERS = 8;

Deno.test("PostgreSQL: of many workers at once one opens an incident's notice and one a digest, and each job is done once", async () => {
  const { sql, drop } = await freshPostgres();
  try {
    const trial = await openNoticeTrial({
      storage: (clock) => ({
        uow: postgresUnitOfWork(sql, { clock }),
        feed: postgresJobFeed(sql),
        directory: postgresDirectory(sql),
        keyUses: postgresKeyUses(sql),
      }),
    });
    const { deps, feed, clock, scope } = trial;
    const con = sampleIds.next("con");
    for (let n = 0; n < WORKERS; n++) {
      await trial.happen(degraded(con), flagged());
    }
    const handle = handleJob(deps);
    const allAtOnce = async () => {
      const now = clock.now();
      const jobs = await take(feed, 100, now, plusMs(now, 1));
      // Each is delivered twice, as a queue may.
      const done = await Promise.all(
        [...jobs, ...jobs].map((job) => handle(job)),
      );
      for (const result of done) value(result);
      return jobs.length;
    };
    assert.equal(await allAtOnce(), WORKERS);
    const { data } = value(
      await listNotices(deps, scope, { limit: 200, cursor: null }),
    );
    const counts = (kind: string) =>
      data.filter((notice) => notice.kind === kind).map(({ count }) => count);
    assert.deepEqual(counts("connection_degraded"), [WORKERS]);
    assert.deepEqual(counts("rule_flagged"), Array(WORKERS).fill(1));
    const digests = (await trial.deliveries())
      .filter(({ form }) => form === "daily_digest");
    assert.equal(digests.length, 1);
    assert.equal(new Set(digests[0]!.noticeIds).size, WORKERS);

    clock.advance(86_400_000);
    while (await allAtOnce() > 0);
    const deliveries = await trial.deliveries();
    assert.deepEqual(
      deliveries.map(({ status, attempts }) => [status, attempts]),
      [["delivered", 1], ["delivered", 1]],
    );
    // Of two deliveries of one job both may send, under one id.
    assert.equal(new Set(trial.mails.map(({ id }) => id)).size, 2);
  } finally {
    await drop();
  }
});
