import assert from "node:assert/strict";
import type { Deps } from "../../ports/deps.ts";
import { memoryFiles } from "../../adapters/memory/files.ts";
import { giveUpJob } from "../../src/events/use_cases/give_up_job.ts";
import { generateReport } from "../../src/reports/use_cases/generate_report.ts";
import { cancelReport } from "../../src/reports/use_cases/cancel_report.ts";
import { openReportFile } from "../../src/reports/use_cases/open_report_file.ts";
import { readReport } from "../../src/reports/use_cases/read_report.ts";
import { requestReport } from "../../src/reports/use_cases/request_report.ts";
import { openTaskScope } from "../../src/tenancy/use_cases/open_task_scope.ts";
import { plusMs } from "../../src/kernel/instant.ts";
import { verifyEvents } from "../../src/events/use_cases/verify_events.ts";
import { Crash, type CrashPoint, dying } from "../support/crash.ts";
import { take } from "../support/take.ts";
import { incoming, lostJob, openTrial, value } from "../support/trial.ts";
import { twice } from "../support/twice.ts";

const TERMS = {
  kind: "spend",
  grouping: "category",
  filters: {},
  compare: null,
  formats: ["json", "csv"],
} as const;
const PERIOD = {
  from: "2026-03-01T00:00:00.000Z",
  to: "2026-04-01T00:00:00.000Z",
} as const;

/** Five records, and a report of them that waits for its job; pages are of two. */
async function waiting(wrap?: (uow: Deps["uow"]) => Deps["uow"]) {
  const trial = await openTrial(wrap ? { wrap } : {});
  const { deps, scope, feed, clock } = trial;
  await trial.send(...Array.from({ length: 5 }, () => incoming()));
  await trial.runJobs();
  const terms = { ...TERMS, formats: [...TERMS.formats] };
  const { id } = value(
    await requestReport(deps, scope, { terms, period: PERIOD }),
  );
  const now = clock.now();
  const jobs = await take(feed, 9, now, plusMs(now, 1));
  const job = { id: jobs[0]!.id, reportId: id };
  const system = openTaskScope(trial.tenant.id, "report");
  const work = (mortal: Deps = deps) => generateReport(mortal, system, job, 2);
  const read = async () => value(await readReport(deps, scope, id));
  const files = () => deps.files.list(`${trial.tenant.id}/reports/`, 9, null);
  return { ...trial, id, work, read, files };
}
type Waiting = Awaited<ReturnType<typeof waiting>>;

/** Whatever happened before: the report is done, once, and has just its two files. */
async function assertDone({ deps, scope, id, read, files, events }: Waiting) {
  const report = await read();
  assert.deepEqual([report.state, report.rows, report.writing], [
    "done",
    5,
    null,
  ]);
  assert.deepEqual(report.progress, { done: 12, total: 12 });
  assert.equal((await files()).length, 2);
  const opened = value(await openReportFile(deps, scope, id, "json"));
  const json = JSON.parse(await new Response(opened.content).text());
  assert.equal(json.rows.length, 5);
  assert.equal(json.figures.totals.rows[0].net, "-62.50");
  const told = (await events()).filter(({ type }) =>
    type === "REPORT_GENERATED"
  );
  assert.equal(told.length, 1);
  assert(value(await verifyEvents(deps, scope)).ok);
}

for (const when of ["before", "inside", "after"] as CrashPoint[]) {
  Deno.test(`a report whose worker dies at any unit, ${when} it, is made whole by the next, and once`, async () => {
    for (let nth = 1;; nth++) {
      const trial = await waiting();
      const fate = dying(trial.deps.uow, nth, when);
      let died = false;
      await trial.work({ ...trial.deps, uow: fate.uow }).catch((error) => {
        if (!(error instanceof Crash)) throw error;
        died = true;
      });
      if (!died) {
        assert(nth > 8, "several units were tried");
        break;
      }
      const { state } = await trial.read();
      if (state !== "done") {
        const opened = await openReportFile(
          trial.deps,
          trial.scope,
          trial.id,
          null,
        );
        assert(!opened.ok, "nothing is shown that is not whole");
      }
      assert((await trial.work()).ok);
      await assertDone(trial);
    }
  });
}

Deno.test("a report whose worker dies at any call of the storage of files is made whole by the next", async () => {
  for (const method of ["put", "read", "remove"] as const) {
    for (const after of [false, true]) {
      const trial = await waiting();
      let dead = false;
      const files: Deps["files"] = { ...trial.deps.files };
      const mortal = {
        ...trial.deps,
        files: {
          ...files,
          async [method](...args: never[]) {
            if (!after) {
              dead = true;
              throw new Crash();
            }
            const call = files[method] as (...args: never[]) => unknown;
            const done = await call(...args);
            dead = true;
            if (done instanceof ReadableStream) await done.cancel();
            throw new Crash();
          },
        } as Deps["files"],
      };
      // Removing is called where something was left over.
      if (method === "remove") {
        const fate = dying(trial.deps.uow, 3, "before");
        const cut = trial.work({ ...trial.deps, uow: fate.uow });
        await assert.rejects(cut, Crash);
      }
      await assert.rejects(trial.work(mortal), Crash);
      assert(dead, method);
      assert((await trial.work()).ok);
      await assertDone(trial);
    }
  }
});

Deno.test("of two deliveries of the job at once one makes the report, and no file is left of the other", async () => {
  const trial = await waiting();
  const both = await Promise.all([trial.work(), trial.work()]);
  assert(both.every(({ ok }) => ok));
  await assertDone(trial);
  assert((await trial.work()).ok, "done again it finds nothing to do");
  await assertDone(trial);
});

Deno.test("units that run twice add nothing up twice", async () => {
  const trial = await waiting(twice);
  assert((await trial.work()).ok);
  await assertDone(trial);
});

Deno.test("a report that is cancelled while it is written is not shown, and leaves no file", async () => {
  const trial = await waiting();
  let pages = 0;
  const { deps, scope, id } = trial;
  const cancelling: Deps = {
    ...deps,
    uow: {
      async run(permit, work) {
        const result = await deps.uow.run(permit, work);
        // The claim, the opening, and a page.
        if (++pages === 3) value(await cancelReport(deps, scope, id));
        return result;
      },
    },
  };
  assert((await trial.work(cancelling)).ok);
  assert.equal((await trial.read()).state, "cancelled");
  assert.deepEqual(await trial.files(), []);
});

Deno.test("a report given up is failed and told of, and its job sent again makes it", async () => {
  const files = memoryFiles();
  let down = true;
  const trial = await openTrial({
    files: {
      ...files,
      put: (...args) => down ? Promise.reject(new Crash()) : files.put(...args),
    },
  });
  const { deps, scope } = trial;
  const terms = { ...TERMS, formats: [...TERMS.formats] };
  const { id } = value(
    await requestReport(deps, scope, { terms, period: PERIOD }),
  );
  await assert.rejects(trial.runJobs(), Crash);
  const now = plusMs(trial.clock.now(), 60_000);
  const [job] = await take(trial.feed, 9, now, plusMs(now, 1));
  value(await giveUpJob(deps, lostJob(job!)));
  const failed = value(await readReport(deps, scope, id));
  assert.deepEqual([failed.state, failed.writing], ["failed", null]);
  const types = (await trial.events()).map(({ type }) => type);
  assert(types.includes("REPORT_FAILED"));
  down = false;
  const system = openTaskScope(trial.tenant.id, "report");
  const again = { id: "generate_report-again", reportId: id };
  assert((await generateReport(deps, system, again)).ok);
  assert.equal(value(await readReport(deps, scope, id)).state, "done");
});
