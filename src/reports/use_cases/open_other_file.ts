import type { Deps } from "../../../ports/deps.ts";
import { ReportFileBroken } from "../../../ports/report_files.ts";
import { documentOf } from "../report_document.ts";
import { reportFileKey } from "../report.ts";
import type { ReportFormat } from "../report_demand.ts";
import type { Row } from "../report_table.ts";
import type { OpenFile } from "./open_first_file.ts";
import { whileClaimed, type Writing } from "./writing.ts";

/** Rows after which it is told how far the file is. */
const ROWS_PER_MARK = 5_000;

/** The report in another format, of its JSON: the same rows and figures, whatever happened to the records since. */
export async function openOtherFile(
  deps: Pick<Deps, "uow" | "files" | "reportFiles">,
  writing: Writing,
  format: ReportFormat,
): Promise<OpenFile> {
  const { report, company } = await whileClaimed(
    deps,
    writing,
    async (tx, report) => {
      const [tenant] = await tx.tenants.find([writing.scope.tenantId]);
      const value = { report, company: tenant?.name ?? "" };
      return { value, progress: null };
    },
  );
  const { files, tables } = report;
  if (!files.json || !tables) throw new Error(`${report.id} has no JSON yet`);
  const key = reportFileKey(writing.scope.tenantId, files.json.id);
  const json = await deps.files.read(key);
  if (json === null) {
    // An erasure took it, and the claim with it; else the storage lost it.
    await whileClaimed(deps, writing, unchanged);
    throw new ReportFileBroken("the JSON is not there");
  }
  const document = documentOf(report, {
    company,
    tables: () => tables,
    rows: emptyRows(),
  });
  const rows = deps.reportFiles.readRows(json, document);
  const { detail } = document;
  return {
    content: deps.reportFiles.write(format, {
      ...document,
      detail: detail && { ...detail, rows: marked(deps, writing, rows) },
    }),
    written: () => ({}),
  };
}

function unchanged() {
  return Promise.resolve({ value: null, progress: null });
}

async function* emptyRows(): AsyncGenerator<readonly Row[]> {}

/** The same pages; now and then it is told how far they are, which also notices that the report was cancelled. */
async function* marked(
  deps: Pick<Deps, "uow">,
  writing: Writing,
  pages: AsyncIterable<readonly Row[]>,
): AsyncGenerator<readonly Row[]> {
  let unmarked = 0;
  for await (const rows of pages) {
    yield rows;
    unmarked += rows.length;
    if (unmarked < ROWS_PER_MARK) continue;
    const more = unmarked;
    await whileClaimed(deps, writing, (_, { progress }) =>
      Promise.resolve({
        value: null,
        progress: { ...progress, done: progress.done + more },
      }));
    unmarked = 0;
  }
}
