import assert from "node:assert/strict";
import { leftIn } from "../../src/rules/history/run.ts";
import { postgresDirectory } from "../../adapters/postgres/directory.ts";
import { postgresJobFeed } from "../../adapters/postgres/job_feed.ts";
import { postgresKeyUses } from "../../adapters/postgres/key_uses.ts";
import { postgresUnitOfWork } from "../../adapters/postgres/unit_of_work.ts";
import { plusMs } from "../../src/kernel/instant.ts";
import { correctRecord } from "../../src/records/use_cases/correct_record.ts";
import { freshPostgres } from "../support/databases.ts";
import { inSmallChunks } from "../support/rule_jobs.ts";
import { type History, openHistory } from "../support/rule_history.ts";
import { take } from "../support/take.ts";
import { value } from "../support/trial.ts";

/** Three deliveries of the job that is due, in chunks of one record, while `meanwhile` goes on. */
async function atOnce(
  { deps, feed, jobs }: History,
  meanwhile: () => Promise<unknown> = () => Promise.resolve(),
): Promise<void> {
  const handle = inSmallChunks(deps, 1);
  const now = deps.clock.now();
  const [job] = await take(feed, 100, now, plusMs(now, 1));
  const done = await Promise.all([
    ...[1, 2, 3].map(() => handle(job!)),
    meanwhile(),
  ]);
  done.slice(0, 3).forEach((one) => value(one as Parameters<typeof value>[0]));
  await jobs();
}

Deno.test("deliveries of one job that run side by side in PostgreSQL do the work of one", async () => {
  const { sql, drop } = await freshPostgres();
  try {
    const history = await openHistory((clock) => ({
      uow: postgresUnitOfWork(sql, { clock }),
      feed: postgresJobFeed(sql),
      directory: postgresDirectory(sql),
      keyUses: postgresKeyUses(sql),
    }));
    const { deps, scope, ids, travel } = history;
    const before = await history.content();
    const tested = await history.askBacktest();
    await atOnce(history);
    const { report } = (await history.backtest(tested)).backtest;
    assert.deepEqual([report.scanned, report.changed], [7, 5]);

    const runId = await history.activate(tested);
    await atOnce(history);
    const { counts } = (await history.run(runId)).run;
    assert.deepEqual([counts.changed, leftIn(counts)], [5, 0]);

    await history.undo(runId);
    const decided = ids[2]!;
    await atOnce(history, async () => {
      const correction = { categoryId: travel };
      const seen = { correction, seenVersion: null };
      value(await correctRecord(deps, scope, decided, seen));
    });
    const { run } = await history.run(runId);
    assert.deepEqual([run.state, run.counts.restored], ["undone", 5]);
    const record = await history.record(decided);
    assert.deepEqual([record.categoryId, record.counterparty], [
      travel,
      before[2]!.counterparty,
    ]);
    assert.deepEqual(
      (await history.content()).toSpliced(2, 1),
      before.toSpliced(2, 1),
    );
    for (
      const type of ["REPORT_GENERATED", "RULE_RUN_APPLIED", "RULE_RUN_UNDONE"]
    ) {
      assert.equal(await history.count(type), 1, type);
    }
  } finally {
    await drop();
  }
});
