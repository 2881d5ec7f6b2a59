import { Buffer } from "node:buffer";
import { parse } from "csv-parse";
import { memoryFiles } from "../../adapters/memory/files.ts";
import { recordFiles } from "../../adapters/record_files/file_reader.ts";
import { importFile } from "../../src/imports/use_cases/import_file.ts";
import { readImport } from "../../src/imports/use_cases/read_import.ts";
import { receiveImport } from "../../src/imports/use_cases/receive_import.ts";
import { entryNaming } from "../../src/imports/name_entries.ts";
import { openJobScope } from "../../src/events/use_cases/open_job_scope.ts";
import { plusMs } from "../../src/kernel/instant.ts";
import { ok } from "../../src/kernel/result.ts";
import { take } from "../../tests/support/take.ts";
import { openTrial, value } from "../../tests/support/trial.ts";

const ROWS = 1_000_000;
const SERVICE_ROWS = 20_000;
const ROWS_PER_PIECE = 1_000;
const CONNECTION = "con_01kx2m6v9dfk3tqz8w5y7r4b1c";

/** The most memory that the process was seen to have since this was last set. */
let rssMost = 0;

/** A year of made-up rows as a bank's CSV, a piece at a time: it is never there as a whole. */
async function* csvOf(rows: number): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  yield encoder.encode("Date;Details;Counterparty;Amount;Currency;Balance\n");
  for (let at = 0; at < rows; at += ROWS_PER_PIECE) {
    let piece = "";
    for (let i = at; i < Math.min(at + ROWS_PER_PIECE, rows); i++) {
      const day = new Date(Date.UTC(2026, 0, 1 + Math.floor(i * 365 / rows)));
      piece += `${day.toISOString().slice(0, 10)};"Purchase ${
        i % 5_000
      } at the yard";Supplier ${i % 300};-${i % 900},${
        String(i % 100).padStart(2, "0")
      };EUR;${rows - i},00\n`;
    }
    rssMost = Math.max(rssMost, Deno.memoryUsage().rss);
    yield encoder.encode(piece);
  }
}

/** Rows a second of `work`, and the most memory that the process had meanwhile. */
async function measured(
  rows: number,
  work: () => Promise<number>,
): Promise<{ readonly rows_per_s: number; readonly rss_mb: number }> {
  rssMost = 0;
  const began = performance.now();
  const done = await work();
  const ms = performance.now() - began;
  if (done !== rows) throw new Error(`${done} rows of ${rows} were read`);
  return {
    rows_per_s: Math.round(rows / ms * 1_000),
    rss_mb: Math.round(rssMost / 1024 ** 2),
  };
}

/** The floor: the same bytes through the parser of cells alone. */
async function parsedAlone(rows: number): Promise<number> {
  let count = -1;
  const parser = parse({
    delimiter: ";",
    on_record: () => {
      count++;
      return null;
    },
  });
  for await (const bytes of csvOf(rows)) {
    parser.write(Buffer.from(bytes));
    await Promise.resolve();
  }
  const ended = new Promise((resolve) => parser.on("end", resolve));
  parser.resume();
  parser.end();
  await ended;
  return count;
}

async function parsedAndNamed(rows: number): Promise<number> {
  const name = entryNaming(CONNECTION);
  let count = 0;
  const found = recordFiles().read(csvOf(rows), {
    connectionId: CONNECTION,
    format: null,
    csv: null,
    currency: null,
  });
  for await (const some of found) {
    for (const row of some) {
      if (row.kind !== "entry") continue;
      name(row.entry);
      count++;
    }
  }
  return count;
}

/** From the kept bytes to records in memory's storage: what the service itself takes, without a database. */
async function takenIn(rows: number): Promise<number> {
  const trial = await openTrial({ files: memoryFiles() });
  const { deps, scope, feed } = trial;
  const received = value(
    await receiveImport(deps, scope, {
      content: ReadableStream.from(csvOf(rows)),
      asked: { format: null, currency: null },
      fileName: null,
      connectionId: null,
      mappingId: null,
    }, () => Promise.resolve(ok(scope))),
  );
  const now = deps.clock.now();
  for (const job of await take(feed, 100, now, plusMs(now, 1))) {
    const { id } = job;
    const importId = received.id;
    value(await importFile(deps, openJobScope(job), { id, importId }));
  }
  const page = { limit: 1, cursor: null };
  const { found } = value(await readImport(deps, scope, received.id, page));
  return found.counts.accepted;
}

/**
 * The import of files: rows a second of a made-up CSV that streams through reading and naming, beside the floor in the
 * same run, which is csv-parse and nothing else; and fewer rows through the whole job, into memory's storage.
 */
export async function importBench(
  args: readonly string[],
): Promise<Readonly<Record<string, unknown>>> {
  const rows = Number(args[args.indexOf("--rows") + 1] ?? NaN) || ROWS;
  console.log(`deno ${Deno.version.deno}, one thread; ${rows} rows of CSV`);
  await parsedAndNamed(50_000);
  const before = Math.round(Deno.memoryUsage().rss / 1024 ** 2);
  const read = await measured(rows, () => parsedAndNamed(rows));
  console.log(`read and named: ${read.rows_per_s} rows a second`);
  const floor = await measured(rows, () => parsedAlone(rows));
  console.log(`csv-parse alone: ${floor.rows_per_s} rows a second`);
  const service = await measured(SERVICE_ROWS, () => takenIn(SERVICE_ROWS));
  console.log(`through the job: ${service.rows_per_s} rows a second`);
  return {
    rows,
    read_rows_per_s: read.rows_per_s,
    floor_rows_per_s: floor.rows_per_s,
    job_rows: SERVICE_ROWS,
    job_rows_per_s: service.rows_per_s,
    rss_before_mb: before,
    read_rss_peak_mb: read.rss_mb,
  };
}
