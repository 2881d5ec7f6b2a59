import assert from "node:assert/strict";
import { Workbook } from "@cj-tech-master/excelts";
import type { Call } from "./http_client.ts";
import type { HttpTrial } from "./tests_on.ts";

export const MARCH = { from: "2026-03-01", to: "2026-04-01" };

export type Table = {
  readonly name: string;
  readonly rows: readonly (readonly unknown[])[];
};

export function kindOf({ body }: Awaited<ReturnType<Call>>): string {
  return String(body["type"]).split("#")[1]!;
}

export async function made(trial: HttpTrial, body: object): Promise<string> {
  const asked = await trial.call("POST", "/api/v1/reports", body);
  assert.equal(asked.status, 202, asked.text);
  await trial.runJobs();
  const id = asked.body["id"]!;
  const { body: told } = await trial.call("GET", `/api/v1/reports/${id}`);
  assert.equal(told["state"], "done");
  return id;
}

/** The values of a report's spreadsheet, by the names of its sheets. */
export async function sheetsOf(
  { deps, tenant, call }: HttpTrial,
  id: string,
): Promise<Record<string, unknown[][]>> {
  const report = await call("GET", `/api/v1/reports/${id}`);
  assert(report.body["files"]!.some((one) => one["format"] === "xlsx"));
  const keys = await deps.files.list(`${tenant.id}/reports/`, 99, null);
  const sheets: Record<string, unknown[][]> = {};
  for (const key of keys) {
    const content = await deps.files.read(key);
    const bytes = await new Response(content).bytes();
    if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) continue;
    const book = new Workbook();
    await book.xlsx.load(bytes);
    for (const sheet of book.worksheets) {
      const rows: unknown[][] = [];
      sheet.eachRow((row) =>
        void rows.push((row.values as unknown[]).slice(1))
      );
      sheets[sheet.name] = rows;
    }
  }
  return sheets;
}
