import assert from "node:assert/strict";
import { applyRetention } from "../../src/privacy/use_cases/apply_retention.ts";
import { readDashboard } from "../../src/reports/use_cases/read_dashboard.ts";
import { listReports } from "../../src/reports/use_cases/list_reports.ts";
import { reportFileKey } from "../../src/reports/report.ts";
import { requestReport } from "../../src/reports/use_cases/request_report.ts";
import { sweepReports } from "../../src/reports/use_cases/sweep_reports.ts";
import { openTaskScope } from "../../src/tenancy/use_cases/open_task_scope.ts";
import { incoming, openTrial, value } from "../support/trial.ts";

Deno.test("reports go with their files when their time is past, and so does what a crash left of one", async () => {
  const trial = await openTrial();
  const { deps, scope, clock, tenant } = trial;
  const ask = async () => {
    value(
      await requestReport(deps, scope, {
        terms: {
          kind: "spend",
          grouping: null,
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
    await trial.runJobs();
  };
  await ask();
  await deps.files.put(
    reportFileKey(tenant.id, deps.ids.next("rpf")),
    new Blob(["half"]).stream(),
    { bytesMax: 9, contentType: "text/csv" },
  );
  const files = async () =>
    (await deps.files.list(`${tenant.id}/reports/`, 9, null)).length;
  const system = openTaskScope(tenant.id, "retention");
  const round = async () => {
    const { reports } = value(await applyRetention(deps, system));
    return [reports, value(await sweepReports(deps, system)), await files()];
  };
  assert.deepEqual(
    await round(),
    [0, 1, 2],
    "a day old: what no report tells of",
  );
  clock.advance(729 * 86_400_000);
  await ask();
  assert.deepEqual(await round(), [0, 0, 4]);
  clock.advance(2 * 86_400_000);
  assert.deepEqual(await round(), [1, 2, 2]);
  const page = { limit: 9, cursor: null };
  const { data } = value(await listReports(deps, scope, {}, page));
  assert.equal(data.length, 1);
});

Deno.test("the dashboard tells decisions, precision, what waits, spend and cost of the days asked for", async () => {
  const trial = await openTrial();
  const { deps, scope, clock } = trial;
  clock.set("2026-03-02T10:00:00.000Z");
  const [rent] = await trial.categories("Rent");
  await trial.send(
    incoming(),
    incoming({ amount: { minor: "500", currency: "EUR" } }),
    incoming({ occurredAt: "2026-01-01T00:00:00.000Z" }),
  );
  await trial.runJobs();
  await trial.giveAll(() => rent!);
  clock.set("2026-03-04T10:00:00.000Z");
  await trial.send(incoming({ description: "unlike anything before" }));
  await trial.runJobs();
  const shown = value(await readDashboard(deps, scope, { days: 3 }));
  assert.deepEqual(
    [shown.period.from, shown.step, shown.days],
    [
      "2026-03-02T00:00:00.000Z",
      "day",
      ["2026-03-02", "2026-03-03", "2026-03-04"],
    ],
  );
  assert.deepEqual(
    shown.decisions.map(({ day, source, count }) => [day, source, count]),
    [["2026-03-02", null, 3], ["2026-03-04", null, 1]],
  );
  assert.deepEqual([shown.precision, shown.precisionOver], [
    null,
    [null, null, null],
  ]);
  assert.deepEqual(shown.backlog, {
    waiting: 1,
    oldestSince: "2026-03-04T10:00:00.000Z",
    byAge: [1, 0, 0, 0],
  });
  assert.deepEqual(shown.spend, [], "none occurred in these days");
  assert.deepEqual(shown.modelCost, { tokens: 0, micros: 0 });
  const wide = value(await readDashboard(deps, scope, { days: 4 }));
  assert.deepEqual(
    wide.spend.map(({ key, currency, records, paidOut, received }) => [
      key && wide.categoryNames.get(key as typeof rent & string),
      currency,
      records,
      paidOut,
      received,
    ]),
    [
      ["Rent", "EUR", 1, "0", "500"],
      ["Rent", "GBP", 1, "1250", "0"],
      [null, "GBP", 1, "1250", "0"],
    ],
  );
});
