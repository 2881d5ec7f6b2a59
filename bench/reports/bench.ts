import { postgresUnitOfWork } from "../../adapters/postgres/unit_of_work.ts";
import { systemClock } from "../../adapters/system/clock.ts";
import { readDashboard } from "../../src/reports/use_cases/read_dashboard.ts";
import { openTaskScope } from "../../src/tenancy/use_cases/open_task_scope.ts";
import type { TenantId } from "../../src/kernel/ids.ts";
import { freshPostgres } from "../../tests/support/databases.ts";
import { value } from "../../tests/support/trial.ts";
import { fillCompany } from "./fill_company.ts";

const RECORDS = 1_000_000;
const DASHBOARD_RECORDS = 100_000;
const DASHBOARD_TIMES = 40;
const FORMATS = ["json", "csv", "xlsx", "html"] as const;

/** What a process that makes one file tells. */
export interface Made {
  readonly s: number;
  readonly rss_mb: number;
  readonly file_mb: number;
}

/**
 * A report of spend over as many records as are asked for, on the server of DATABASE_URL and files on a disk: for each
 * format a process of its own, how long it took and the most memory that it had; and the dashboard's figures of a company
 * of 100,000 records, each an event, an outcome in ten and an approval that waits in twenty.
 */
export async function reportsBench(args: readonly string[]): Promise<unknown> {
  const at = args.indexOf("--records");
  const records = at < 0 ? RECORDS : Number(args[at + 1]);
  const folder = await Deno.makeTempDir();
  const { sql, url, drop } = await freshPostgres();
  try {
    const company = await fillCompany(sql, records);
    await sql`vacuum analyze`;
    const formats: Record<string, Made> = {};
    for (const format of FORMATS) {
      formats[format] = await inProcess(url, folder, company, format);
      console.error(format, formats[format]);
    }
    const small = await fillCompany(sql, DASHBOARD_RECORDS);
    await sql`vacuum analyze`;
    const dashboard = await dashboardMs(url, small);
    return { records, formats, dashboard };
  } finally {
    await drop();
    await Deno.remove(folder, { recursive: true });
  }
}

async function inProcess(
  url: string,
  folder: string,
  company: TenantId,
  format: string,
): Promise<Made> {
  const made = await new Deno.Command(Deno.execPath(), {
    args: [
      "run",
      "-q",
      "-P=bench",
      new URL("make_format.ts", import.meta.url).pathname,
      url,
      folder,
      company,
      format,
    ],
    stderr: "inherit",
  }).output();
  if (!made.success) throw new Error(`${format} was not made`);
  return JSON.parse(new TextDecoder().decode(made.stdout));
}

async function dashboardMs(url: string, company: TenantId) {
  const { connectPostgres } = await import(
    "../../adapters/postgres/connect.ts"
  );
  const sql = connectPostgres(url, { max: 8 });
  const clock = systemClock();
  const deps = { clock, uow: postgresUnitOfWork(sql, { clock }) };
  const scope = openTaskScope(company, "bench");
  const times: number[] = [];
  for (let i = 0; i < DASHBOARD_TIMES; i++) {
    const began = performance.now();
    value(await readDashboard(deps, scope, { days: 30 }));
    times.push(performance.now() - began);
  }
  await sql.end();
  const sorted = times.slice(1).sort((a, b) => a - b);
  const part = (p: number) =>
    Math.round(sorted[Math.floor(p * sorted.length)]! * 10) / 10;
  return {
    records: DASHBOARD_RECORDS,
    first_ms: Math.round(times[0]!),
    p50_ms: part(0.5),
    p95_ms: part(0.95),
  };
}
