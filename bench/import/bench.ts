import { parse } from "csv-parse";
import { recordFiles } from "../../adapters/record_files/file_reader.ts";
import { inSlices } from "../../src/imports/in_slices.ts";
import { entryNaming } from "../../src/imports/name_entries.ts";
import { readBenchOptions } from "./options.ts";

const CONNECTION = "con_01kx2m6v9dfk3tqz8w5y7r4b1c";
const CHUNK_ROWS = 2_000;
const SLICE = 1_000;
const ROUNDS = 3;

/**
 * Reading a CSV file of payments: rows a second from bytes to named records, beside csv-parse that parts the same bytes
 * and does nothing with them, and the memory that it takes while the file streams through.
 */
export async function importBench(
  args: readonly string[],
): Promise<Readonly<Record<string, unknown>>> {
  const { rows } = readBenchOptions(args);
  console.log(
    `deno ${Deno.version.deno}, one thread; ${rows} rows of CSV, medians of ${ROUNDS} rounds`,
  );
  const ours: number[] = [];
  const floor: number[] = [];
  let growth = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const before = Deno.memoryUsage().rss;
    let most = before;
    ours.push(
      await rateOf(
        rows,
        () =>
          readAll(rows, () => most = Math.max(most, Deno.memoryUsage().rss)),
      ),
    );
    growth = Math.max(growth, most - before);
    floor.push(await rateOf(rows, () => partAll(rows)));
  }
  const [rows_per_s, floor_per_s] = [medianOf(ours), medianOf(floor)];
  const figures = {
    rows,
    rows_per_s,
    floor_per_s,
    ratio: Number((rows_per_s / floor_per_s).toFixed(2)),
    rss_growth_mb: Math.round(growth / 1e6),
    file_mb: Math.round(await bytesIn(rows) / 1e6),
  };
  console.log(
    `${rows_per_s} rows/s, csv-parse alone ${floor_per_s}; ${figures.rss_growth_mb} MB more than before for a file of ${figures.file_mb} MB`,
  );
  return figures;
}

async function readAll(rows: number, sample: () => void): Promise<number> {
  const found = recordFiles().read(fileOf(rows), {
    connectionId: CONNECTION,
    format: "csv",
    csv: null,
    currency: "EUR",
  });
  const slices = inSlices(found, {
    nameEntry: entryNaming(CONNECTION),
    from: 0,
    size: SLICE,
  });
  let records = 0;
  for await (const slice of slices) {
    records += slice.records;
    sample();
  }
  return records;
}

/** The floor: csv-parse over the same bytes. */
async function partAll(rows: number): Promise<number> {
  const parser = parse();
  let count = -1;
  const read = (async () => {
    for await (const _ of parser) count++;
  })();
  for await (const chunk of fileOf(rows)) {
    if (!parser.write(chunk)) {
      await new Promise((done) => parser.once("drain", done));
    }
  }
  parser.end();
  await read;
  return count;
}

async function rateOf(
  rows: number,
  work: () => Promise<number>,
): Promise<number> {
  const begun = performance.now();
  const done = await work();
  if (done !== rows) throw new Error(`${done} of ${rows} rows came of it`);
  return 1_000 * rows / (performance.now() - begun);
}

/** A year of payments, some of them twice a day, as a bank writes them. */
async function* fileOf(rows: number): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  yield encoder.encode("Date,Description,Reference,Amount\n");
  for (let from = 0; from < rows; from += CHUNK_ROWS) {
    const lines = Array.from(
      { length: Math.min(CHUNK_ROWS, rows - from) },
      (_, i) => lineOf(from + i, rows),
    );
    yield encoder.encode(lines.join(""));
    await Promise.resolve();
  }
}

function lineOf(n: number, rows: number): string {
  const day = new Date(Date.UTC(2025, 0, 1 + Math.floor(n * 365 / rows)))
    .toISOString().slice(0, 10);
  const amount = `${n % 3 === 0 ? "" : "-"}${n % 997}.${n % 90 + 10}`;
  return `${day},"CARD PURCHASE ${n % 4_001}, Timber yard",REF ${
    n % 13
  },${amount}\n`;
}

async function bytesIn(rows: number): Promise<number> {
  let bytes = 0;
  for await (const chunk of fileOf(rows)) bytes += chunk.length;
  return bytes;
}

function medianOf(figures: readonly number[]): number {
  return Math.round(figures.toSorted((a, b) => a - b)[figures.length >> 1]!);
}
