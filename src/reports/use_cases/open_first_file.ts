import type { Deps } from "../../../ports/deps.ts";
import { documentOf } from "../report_document.ts";
import type { Row } from "../report_table.ts";
import { type AnySource, rowSourceOf } from "./row_source_of.ts";
import { type FileWritten, whileClaimed, type Writing } from "./writing.ts";

/** A file that is written when it is read, and what is to be told of it once it was. */
export interface OpenFile {
  readonly content: ReadableStream<Uint8Array<ArrayBuffer>>;
  written(): FileWritten;
}

/** The report as JSON, of what is stored. Its figures are those of the rows that it holds. */
export async function openFirstFile(
  deps: Pick<Deps, "uow" | "clock" | "reportFiles">,
  writing: Writing,
): Promise<OpenFile> {
  const now = deps.clock.now();
  const opened = await whileClaimed(deps, writing, async (tx, report) => {
    const source = await rowSourceOf(tx, writing.scope, report, now);
    const [tenant] = await tx.tenants.find([writing.scope.tenantId]);
    const total = report.terms.formats.length * (source.count + 1);
    return {
      value: { report, source, company: tenant?.name ?? "" },
      progress: { done: 0, total },
    };
  });
  const { report, source, company } = opened;
  const counter = { rows: 0 };
  const document = documentOf(report, {
    company,
    tables: () => source.tables(),
    rows: pagesOf(deps, writing, source, counter),
  });
  return {
    content: deps.reportFiles.write("json", document),
    written: () => ({ tables: source.tables(), rows: counter.rows }),
  };
}

/** Each page is read in a unit of its own; it is passed after it, as a unit may run twice. */
async function* pagesOf(
  deps: Pick<Deps, "uow">,
  writing: Writing,
  source: AnySource,
  counter: { rows: number },
): AsyncGenerator<readonly Row[]> {
  for (let after: unknown = null;;) {
    const page = await whileClaimed(deps, writing, async (tx, report) => {
      const page = await source.read(tx, after, writing.rowsPerPage);
      const done = counter.rows + page.read.length;
      return {
        value: page,
        // Nothing to tell, and no write, where all fits on one page.
        progress: page.next === null ? null : { ...report.progress, done },
      };
    });
    counter.rows += page.read.length;
    yield source.pass(page.read);
    if (page.next === null) return;
    after = page.next;
  }
}
