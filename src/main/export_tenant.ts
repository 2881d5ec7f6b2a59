import { exportTenant } from "../../adapters/postgres/tenant_export.ts";
import { isId } from "../kernel/ids.ts";
import { isSecret } from "../privacy/personal_data.ts";
import { argsOrExit, wrongUse } from "./args.ts";
import { configOrExit, exitWith } from "./environment.ts";
import { openStorage } from "./open_storage.ts";

/**
 * `deno task export-tenant --tenant ten_… --to FILE`: writes every row of a tenant to a new file, one line of JSON each,
 * `{"table": …, "row": {…}}`, and prints how many.
 */
const USAGE = "Usage: deno task export-tenant --tenant ten_… --to FILE";
const { values: { tenant, to } } = argsOrExit(USAGE, {
  options: { tenant: { type: "string" }, to: { type: "string" } },
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
  await exportTenant(sql, tenant, isSecret, async (rows) => {
    const lines = rows.map((row) => `${JSON.stringify(row)}\n`);
    await writer.write(encoder.encode(lines.join("")));
    count += rows.length;
  });
  await writer.close();
  console.log(JSON.stringify({ tenant, rows: count }));
} catch (error) {
  exitWith(error);
} finally {
  await close();
}
