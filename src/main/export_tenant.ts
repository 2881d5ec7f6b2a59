import { postgresUnitOfWork } from "../../adapters/postgres/unit_of_work.ts";
import { exportTenant } from "../../adapters/postgres/tenant_export.ts";
import { systemClock } from "../../adapters/system/clock.ts";
import { exportLine } from "../events/event_json.ts";
import { exportEvents } from "../events/use_cases/export_events.ts";
import { isId, type TenantId } from "../kernel/ids.ts";
import { isSecret } from "../privacy/personal_data.ts";
import { openTaskScope } from "../tenancy/use_cases/open_task_scope.ts";
import { argsOrExit, wrongUse } from "./args.ts";
import { configOrExit, exitWith } from "./environment.ts";
import { openStorage } from "./open_storage.ts";

/**
 * `deno task export-tenant --tenant ten_… --to FILE`: writes every row of a tenant to a new file, one line of JSON each,
 * `{"table": …, "row": {…}}`, and prints how many. With `--events` it writes the event log alone, as `GET /events/export`
 * does, for `deno task audit`: also of a tenant that was erased.
 */
const USAGE =
  "Usage: deno task export-tenant --tenant ten_… --to FILE [--events]";
const { values: { tenant, to, events } } = argsOrExit(USAGE, {
  options: {
    tenant: { type: "string" },
    to: { type: "string" },
    events: { type: "boolean", default: false },
  },
});
if (tenant === undefined || !isId("ten", tenant) || to === undefined) {
  wrongUse(USAGE);
}
const { sql, close } = await openStorage(configOrExit().storage)
  .catch(exitWith);
const encoder = new TextEncoder();
let count = 0;
try {
  // For its owner's eyes only, and never over another file.
  using file = await Deno.open(to, {
    write: true,
    createNew: true,
    mode: 0o600,
  });
  const writer = file.writable.getWriter();
  const write = async (lines: readonly string[]) => {
    await writer.write(
      encoder.encode(lines.map((line) => `${line}\n`).join("")),
    );
    count += lines.length;
  };
  if (events) await writeEvents(tenant, write);
  else {
    await exportTenant(
      sql,
      tenant,
      isSecret,
      (rows) => write(rows.map((row) => JSON.stringify(row))),
    );
  }
  await writer.close();
  console.log(
    JSON.stringify({ tenant, [events ? "lines" : "rows"]: count }),
  );
} catch (error) {
  exitWith(error);
} finally {
  await close();
}

async function writeEvents(
  tenantId: TenantId,
  write: (lines: readonly string[]) => Promise<void>,
): Promise<void> {
  const uow = postgresUnitOfWork(sql, { clock: systemClock() });
  const scope = openTaskScope(tenantId, "export_events");
  const pages = await exportEvents({ uow }, scope, 0);
  if (!pages.ok) throw new Error(pages.failure.title);
  for await (const page of pages.value) await write(page.map(exportLine));
}
