import { diskFiles } from "../../adapters/disk_files/disk_files.ts";
import { connectPostgres } from "../../adapters/postgres/connect.ts";
import { postgresUnitOfWork } from "../../adapters/postgres/unit_of_work.ts";
import { reportFiles } from "../../adapters/report_files/report_files.ts";
import { systemClock } from "../../adapters/system/clock.ts";
import { randomIds } from "../../adapters/system/ids.ts";
import type { TenantId } from "../../src/kernel/ids.ts";
import type { ReportFormat } from "../../src/reports/report_demand.ts";
import { generateReport } from "../../src/reports/use_cases/generate_report.ts";
import { listReports } from "../../src/reports/use_cases/list_reports.ts";
import { readReport } from "../../src/reports/use_cases/read_report.ts";
import { requestFormats } from "../../src/reports/use_cases/request_formats.ts";
import { requestReport } from "../../src/reports/use_cases/request_report.ts";
import { openTaskScope } from "../../src/tenancy/use_cases/open_task_scope.ts";
import { sampleScope } from "../../tests/support/samples.ts";
import { value } from "../../tests/support/trial.ts";

/** A process that makes one file of a report of all records: the JSON of the database, the others of the JSON. */
const [url = "", folder = "", company = "", format = ""] = Deno.args;
const sql = connectPostgres(url, { max: 4 });
const clock = systemClock();
const deps = {
  clock,
  ids: randomIds(),
  uow: postgresUnitOfWork(sql, { clock }),
  files: diskFiles(folder),
  reportFiles: reportFiles(),
};
const tenantId = company as TenantId;
const asked = sampleScope(tenantId);
let rssMost = 0;
const watching = setInterval(() => {
  rssMost = Math.max(rssMost, Deno.memoryUsage().rss);
}, 20);
const began = performance.now();
const id = await wanted();
value(
  await generateReport(deps, openTaskScope(tenantId, "bench"), {
    id: "generate_report-bench",
    reportId: id,
  }),
);
const seconds = (performance.now() - began) / 1_000;
const { state, files } = value(await readReport(deps, asked, id));
const file = files[format as ReportFormat];
if (state !== "done" || !file) throw new Error(`${format} is not there`);
await sql.end();
clearInterval(watching);
console.log(JSON.stringify({
  s: Math.round(seconds * 10) / 10,
  rss_mb: Math.round(rssMost / 1024 ** 2),
  file_mb: Math.round(file.bytes / 1e6),
}));

async function wanted() {
  if (format === "json") {
    const { id } = value(
      await requestReport(deps, asked, {
        terms: {
          kind: "spend",
          grouping: "counterparty",
          filters: {},
          compare: "previous_period",
          formats: ["json"],
        },
        period: {
          from: "2000-01-01T00:00:00.000Z",
          to: "2199-01-01T00:00:00.000Z",
        },
      }),
    );
    return id;
  }
  const page = { limit: 1, cursor: null };
  const { data: [report] } = value(await listReports(deps, asked, {}, page));
  value(
    await requestFormats(
      deps,
      asked,
      report!.id,
      [format as ReportFormat],
      new Set(),
    ),
  );
  return report!.id;
}
