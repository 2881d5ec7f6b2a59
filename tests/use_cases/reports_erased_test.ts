import assert from "node:assert/strict";
import { eraseRecords } from "../../src/privacy/use_cases/erase_records.ts";
import type { RecordId, ReportId } from "../../src/kernel/ids.ts";
import { changeSchedule } from "../../src/reports/use_cases/change_schedule.ts";
import { createSchedule } from "../../src/reports/use_cases/create_schedule.ts";
import { cancelReport } from "../../src/reports/use_cases/cancel_report.ts";
import { generateReport } from "../../src/reports/use_cases/generate_report.ts";
import { openReportFile } from "../../src/reports/use_cases/open_report_file.ts";
import { readReport } from "../../src/reports/use_cases/read_report.ts";
import { readSchedule } from "../../src/reports/use_cases/read_schedule.ts";
import { requestReport } from "../../src/reports/use_cases/request_report.ts";
import { withdrawReports } from "../../src/reports/use_cases/withdraw_reports.ts";
import type { ReportTerms } from "../../src/reports/report_demand.ts";
import { openTaskScope } from "../../src/tenancy/use_cases/open_task_scope.ts";
import { Crash, type CrashPoint, dying, untilDone } from "../support/crash.ts";
import { incoming, openTrial, value } from "../support/trial.ts";

const NAME = "Quillfeather";
const OTHER = "Rail North";
const PERIOD = {
  from: "2026-03-01T00:00:00.000Z",
  to: "2026-04-01T00:00:00.000Z",
} as const;

function terms(given: Partial<ReportTerms> = {}): ReportTerms {
  return {
    kind: "spend",
    grouping: "counterparty",
    filters: { counterparty: NAME },
    compare: null,
    formats: ["json", "csv"],
    ...given,
  };
}

/** A record of a person and one of a railway; the jobs that erase and make reports are done one by one. */
async function opened() {
  const trial = await openTrial();
  const { deps, scope, tenant } = trial;
  const system = openTaskScope(tenant.id, "job");
  const ids = await trial.send(
    incoming({ counterparty: NAME }),
    incoming({ counterparty: OTHER }),
  );
  const person: readonly RecordId[] = [ids[0]!];
  return {
    ...trial,
    async ask(given?: Partial<ReportTerms>): Promise<ReportId> {
      const asked = { terms: terms(given), period: PERIOD };
      return value(await requestReport(deps, scope, asked)).id;
    },
    make: (reportId: ReportId, mortal = deps) =>
      generateReport(mortal, system, { id: "make", reportId }),
    erase: async () =>
      value(
        await eraseRecords(deps, system, {
          id: "erase",
          recordIds: person,
          externalIds: false,
        }),
      ),
    withdraw: (mortal = deps) =>
      withdrawReports(mortal, system, { id: "withdraw", erased: person }),
    read: async (id: ReportId) => value(await readReport(deps, scope, id)),
    /** All that the storage of files holds. */
    async files(): Promise<string> {
      const keys = await deps.files.list(`${tenant.id}/reports/`, 99, null);
      const texts = keys.map(async (key) =>
        await new Response(await deps.files.read(key)).text()
      );
      return (await Promise.all(texts)).join("\n");
    },
  };
}
type Opened = Awaited<ReturnType<typeof opened>>;

async function assertGone({ read, files }: Opened, id: ReportId) {
  const report = await read(id);
  assert(!JSON.stringify(report).includes(NAME), JSON.stringify(report));
  assert.notEqual(report.erasedAt, null);
  assert.deepEqual(report.files, {});
  assert(!(await files()).includes(NAME));
}

/** A job that is cut off after its claim, and after the first file. */
async function cut({ deps, make }: Opened, id: ReportId, nth: number) {
  const { uow } = dying(deps.uow, nth, "before");
  await assert.rejects(make(id, { ...deps, uow }), Crash);
}

/** What was done with the report before its records were erased, or between that and the job that withdraws it. */
const STORIES: Readonly<
  Record<string, (trial: Opened, id: ReportId) => Promise<unknown>>
> = {
  "that waits": () => Promise.resolve(),
  "that is being written": (trial, id) => cut(trial, id, 3),
  "of which a file is written": (trial, id) => cut(trial, id, 5),
  "that is done": ({ make }, id) => make(id),
  "that was cancelled": ({ deps, scope }, id) => cancelReport(deps, scope, id),
};

for (const [story, act] of Object.entries(STORIES)) {
  for (const order of ["before", "after"] as const) {
    Deno.test(`a report ${story} ${order} the records are erased keeps no name`, async () => {
      const trial = await opened();
      if (order === "after") await trial.erase();
      const id = await trial.ask();
      await act(trial, id);
      if (order === "before") await trial.erase();
      value(await trial.withdraw());
      await assertGone(trial, id);
      // Another delivery of its job, and of this one, changes nothing.
      const { version } = await trial.read(id);
      assert((await trial.make(id)).ok);
      value(await trial.withdraw());
      await assertGone(trial, id);
      assert.equal((await trial.read(id)).version, version);
      const file = await openReportFile(trial.deps, trial.scope, id, null);
      assert(!file.ok);
    });
  }
}

for (const when of ["before", "inside", "after"] as CrashPoint[]) {
  Deno.test(`reports keep no name wherever the job that withdraws them dies, ${when} a unit`, async () => {
    for (let nth = 1;; nth++) {
      const trial = await opened();
      const done = await trial.ask();
      await trial.make(done);
      const running = await trial.ask();
      await cut(trial, running, 5);
      const waiting = await trial.ask();
      await trial.erase();
      const { uow, died } = dying(trial.deps.uow, nth, when);
      await untilDone(() => trial.withdraw({ ...trial.deps, uow }));
      for (const id of [done, running, waiting]) {
        assert((await trial.make(id)).ok);
        await assertGone(trial, id);
      }
      if (!died()) {
        assert(nth > 3, "several units were tried");
        break;
      }
    }
  });
}

Deno.test("a report about somebody else is made, of what is left, whenever it was asked", async () => {
  const trial = await opened();
  const about = { filters: { counterparty: OTHER } };
  const waiting = await trial.ask(about);
  const running = await trial.ask(about);
  await cut(trial, running, 3);
  const all = await trial.ask({ filters: {} });
  await cut(trial, all, 5);
  await trial.erase();
  value(await trial.withdraw());
  for (const [id, rows] of [[waiting, 1], [running, 1], [all, 2]] as const) {
    assert((await trial.make(id)).ok);
    const report = await trial.read(id);
    assert.deepEqual([report.state, report.erasedAt, report.rows], [
      "done",
      null,
      rows,
    ]);
  }
  assert.equal(
    (await trial.read(waiting)).terms.filters.counterparty,
    OTHER,
  );
  assert((await trial.files()).includes(OTHER));
  assert(!(await trial.files()).includes(NAME));
});

Deno.test("a report that was asked for before the records came, and made after, is emptied", async () => {
  const trial = await openTrial();
  const { deps, scope, clock } = trial;
  const { id } = value(
    await requestReport(deps, scope, {
      terms: terms({ filters: {} }),
      period: PERIOD,
    }),
  );
  clock.advance(60_000);
  const erased = await trial.send(incoming({ counterparty: NAME }));
  clock.advance(60_000);
  const system = openTaskScope(trial.tenant.id, "job");
  await generateReport(deps, system, { id: "make", reportId: id });
  value(
    await eraseRecords(deps, system, {
      id: "erase",
      recordIds: erased,
      externalIds: false,
    }),
  );
  value(await withdrawReports(deps, system, { id: "withdraw", erased }));
  const report = value(await readReport(deps, scope, id));
  assert(!JSON.stringify(report).includes(NAME), JSON.stringify(report));
  assert.deepEqual(report.files, {});
});

Deno.test("a schedule of reports about somebody whose records are erased names nobody and rests; another goes on", async () => {
  const trial = await opened();
  const { deps, scope } = trial;
  const make = async (counterparty: string) =>
    value(
      await createSchedule(deps, scope, {
        name: `About ${counterparty}`,
        cron: "0 7 * * *",
        timeZone: "UTC",
        covers: "previous_day",
        terms: terms({ filters: { counterparty } }),
        paused: false,
      }),
    ).id;
  const [gone, other] = [await make(NAME), await make(OTHER)];
  const before = value(await readSchedule(deps, scope, other));
  await trial.erase();
  const schedule = value(await readSchedule(deps, scope, gone));
  assert(!JSON.stringify(schedule).includes(NAME), JSON.stringify(schedule));
  assert.deepEqual([schedule.paused, schedule.nextAt], [true, null]);
  assert.deepEqual(value(await readSchedule(deps, scope, other)), before);
  trial.clock.advance(2 * 86_400_000);
  await trial.runJobs();
  const ran = value(await readSchedule(deps, scope, gone));
  assert.equal(ran.lastReportId, null);
  assert.notEqual(
    value(await readSchedule(deps, scope, other)).lastReportId,
    null,
  );
  // It can be put to another use.
  const again = await changeSchedule(deps, scope, gone, {
    change: { name: "Rail", terms: before.terms, paused: false },
    seenVersion: null,
  });
  assert.notEqual(value(again).nextAt, null);
});

Deno.test("a schedule stays while another record has the same counterparty", async () => {
  const trial = await opened();
  const { deps, scope } = trial;
  await trial.send(incoming({ counterparty: NAME }));
  const { id } = value(
    await createSchedule(deps, scope, {
      name: "About one",
      cron: "0 7 * * *",
      timeZone: "UTC",
      covers: "previous_day",
      terms: terms(),
      paused: false,
    }),
  );
  await trial.erase();
  const { terms: kept, paused } = value(await readSchedule(deps, scope, id));
  assert.deepEqual([kept.filters.counterparty, paused], [NAME, false]);
});
