import assert from "node:assert/strict";
import { postgresDirectory } from "../../adapters/postgres/directory.ts";
import { postgresJobFeed } from "../../adapters/postgres/job_feed.ts";
import { postgresKeyUses } from "../../adapters/postgres/key_uses.ts";
import { postgresUnitOfWork } from "../../adapters/postgres/unit_of_work.ts";
import { plusMs } from "../../src/kernel/instant.ts";
import { handleJob } from "../../src/main/handle_job.ts";
import { createSchedule } from "../../src/reports/use_cases/create_schedule.ts";
import { listReports } from "../../src/reports/use_cases/list_reports.ts";
import { freshPostgres } from "../support/databases.ts";
import { take } from "../support/take.ts";
import { incoming, openTrial, value } from "../support/trial.ts";

Deno.test("of many workers that look at one due time in PostgreSQL one asks for the report, and one makes it", async () => {
  const { sql, drop } = await freshPostgres();
  try {
    const trial = await openTrial({
      storage: (clock) => ({
        uow: postgresUnitOfWork(sql, { clock }),
        feed: postgresJobFeed(sql),
        directory: postgresDirectory(sql),
        keyUses: postgresKeyUses(sql),
      }),
    });
    const { deps, scope, feed, clock, tenant } = trial;
    await trial.send(...Array.from({ length: 4 }, () => incoming()));
    await trial.runJobs();
    value(
      await createSchedule(deps, scope, {
        name: "Daily",
        cron: "0 7 * * *",
        timeZone: "UTC",
        covers: "previous_year",
        terms: {
          kind: "spend",
          grouping: null,
          filters: {},
          compare: null,
          formats: ["csv"],
        },
        paused: false,
      }),
    );
    clock.set("2027-03-10T12:00:00.000Z");
    for (const expected of ["start_scheduled_report", "generate_report"]) {
      const now = clock.now();
      const jobs = await take(feed, 9, now, plusMs(now, 1));
      const job = jobs.find(({ task }) => task.kind === expected);
      const handle = handleJob(deps);
      const done = await Promise.all(
        Array.from({ length: 6 }, () => handle(job!)),
      );
      done.forEach((one) => value(one));
    }
    await trial.runJobs();
    const page = { limit: 9, cursor: null };
    const { data } = value(await listReports(deps, scope, {}, page));
    assert.deepEqual(
      data.map(({ state, rows, period }) => [state, rows, period.from]),
      [["done", 4, "2026-01-01T00:00:00.000Z"]],
    );
    const files = await deps.files.list(`${tenant.id}/reports/`, 9, null);
    assert.equal(files.length, 2);
    const types = (await trial.events()).map(({ type }) => type);
    for (const type of ["REPORT_REQUESTED", "REPORT_GENERATED"]) {
      assert.equal(types.filter((one) => one === type).length, 1, type);
    }
  } finally {
    await drop();
  }
});
