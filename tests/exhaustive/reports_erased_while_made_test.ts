import assert from "node:assert/strict";
import type { Deps } from "../../ports/deps.ts";
import { plusMs } from "../../src/kernel/instant.ts";
import { handleJob } from "../../src/main/handle_job.ts";
import { requestErasure } from "../../src/privacy/use_cases/request_erasure.ts";
import { generateReport } from "../../src/reports/use_cases/generate_report.ts";
import { openReportFile } from "../../src/reports/use_cases/open_report_file.ts";
import { readReport } from "../../src/reports/use_cases/read_report.ts";
import { requestReport } from "../../src/reports/use_cases/request_report.ts";
import { openTaskScope } from "../../src/tenancy/use_cases/open_task_scope.ts";
import { take } from "../support/take.ts";
import { incoming, openTrial, value } from "../support/trial.ts";

const NAME = "Zelda Quince";

/** A report of five records, of which the first names somebody, that waits for its job; pages are of two. */
async function waiting() {
  const trial = await openTrial();
  const { deps, scope, feed, clock, tenant } = trial;
  const [rec] = await trial.send(
    incoming({ counterparty: NAME, description: `Rent, ${NAME}` }),
    ...Array.from({ length: 4 }, () => incoming({ counterparty: NAME })),
  );
  await trial.runJobs();
  const { id } = value(
    await requestReport(deps, scope, {
      terms: {
        kind: "spend",
        grouping: "counterparty",
        filters: {},
        compare: null,
        formats: ["csv"],
      },
      period: {
        from: "2026-03-01T00:00:00.000Z",
        to: "2026-04-01T00:00:00.000Z",
      },
    }),
  );
  const now = clock.now();
  const [job] = await take(feed, 9, now, plusMs(now, 1));
  const system = openTaskScope(tenant.id, "report");
  return {
    ...trial,
    work: (wrapped: Deps = deps) =>
      generateReport(wrapped, system, { id: job!.id, reportId: id }, 2),
    read: async () => value(await readReport(deps, scope, id)),
    async erase() {
      value(
        await requestErasure(deps, scope, {
          recordIds: [rec!],
          externalIds: false,
        }),
      );
      // The report's own job is done by the test.
      for (;;) {
        const now = clock.now();
        const jobs = (await take(feed, 99, now, plusMs(now, 1)))
          .filter(({ task }) => task.kind !== "generate_report");
        if (jobs.length === 0) return;
        for (const job of jobs) value(await handleJob(deps)(job));
      }
    },
    async told() {
      const texts = [JSON.stringify(await this.read())];
      for (const format of ["json", "csv"] as const) {
        const opened = await openReportFile(deps, scope, id, format);
        if (!opened.ok) continue;
        texts.push(await new Response(opened.value.content).text());
      }
      return texts;
    },
    files: () => deps.files.list(`${tenant.id}/reports/`, 99, null),
  };
}

/** Erases the person after the unit of this number; returns whether there was one. */
function erasingAfter(
  { deps, erase }: Awaited<ReturnType<typeof waiting>>,
  nth: number,
): { readonly deps: Deps; readonly wasReached: () => boolean } {
  let units = 0;
  return {
    wasReached: () => units >= nth,
    deps: {
      ...deps,
      uow: {
        async run(permit, work) {
          const result = await deps.uow.run(permit, work);
          if (++units === nth) await erase();
          return result;
        },
      },
    },
  };
}

Deno.test("whenever a person is erased while a report is made, what is kept of it names them nowhere", async () => {
  for (let nth = 1;; nth++) {
    const trial = await waiting();
    const erasing = erasingAfter(trial, nth);
    assert((await trial.work(erasing.deps)).ok);
    if (!erasing.wasReached()) {
      assert(nth > 8, "several units were tried");
      break;
    }
    const report = await trial.read();
    assert.equal(report.state, "done");
    const texts = await trial.told();
    assert(
      texts.every((text) => !text.includes(`Rent, ${NAME}`)),
      `after unit ${nth}`,
    );
    assert.equal(
      (await trial.files()).length,
      report.erasedAt === null ? 2 : 0,
      `after unit ${nth}`,
    );
  }
});
