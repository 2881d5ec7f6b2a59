import { cpus } from "node:os";
import { basename } from "node:path";
import { companyYear } from "../../src/main/demo/company_year.ts";
import { readTable } from "../../src/main/demo/csv_table.ts";
import { openAnchors } from "./anchors/anchors.ts";
import { type ClosedLoop, overSeeds } from "./closed_loop.ts";
import { closedLoops } from "./closed_loops.ts";
import { openCompany } from "./company.ts";
import {
  ALL_REVIEWED,
  anchorFeedback,
  fullFeedback,
  labelsOf,
  openReviewed,
} from "./full_feedback.ts";
import { anchorLabelled, askLabelled, split } from "./labelled.ts";
import { accuracy, measure } from "./measures.ts";
import { type Options, readOptions } from "./options.ts";
import { costAfter, costBySize } from "./step_cost.ts";
import { type Labelled, readStream } from "./stream.ts";
import { tableOf, type TableRow } from "./table.ts";

const TARGETS = { closed95: 0.95, closed99: 0.99 } as const;
const SAMPLE_RECORDS = 20_000;

/**
 * How right the service's decisions are on files with true labels: streams with full feedback and in the closed loop,
 * beside plain methods on the same rows; or files in no order, of which some rows are known.
 */
export async function qualityBench(
  args: readonly string[],
): Promise<Readonly<Record<string, unknown>>> {
  const options = readOptions(args);
  header(options);
  const figures: Record<string, unknown> = {};
  for (const { name, rows } of await readFiles(options)) {
    figures[name] = options.labelled === null
      ? await streamFigures(name, rows, options)
      : await labelledFigures(name, rows, options, options.labelled);
  }
  return figures;
}

async function streamFigures(
  name: string,
  all: readonly Labelled[],
  options: Options,
) {
  const { verbose } = options;
  const rows = all.slice(0, options.rows);
  if (rows.length <= options.warm) {
    unusable(`${name} has no more than the warm ${options.warm} rows`);
  }
  const tell = (what: string) => {
    if (verbose) console.error(`${name}: ${what}`);
  };
  const company = await openReviewed(rows);
  const ours = measure(
    await fullFeedback(
      company,
      rows,
      options,
      (done) => tell(`full feedback, ${done} records`),
    ),
  );
  const cost = options.cost
    ? {
      us_per_record: await costAfter(company, all, rows.length, options.batch),
      ...await costBySize(
        all,
        options.batch,
        (taught) => tell(`cost, ${taught} examples`),
      ),
    }
    : {};
  const table: TableRow[] = [];
  for (const anchor of options.anchors ? await openAnchors(rows) : []) {
    tell(anchor.name);
    const guesses = anchorFeedback(anchor, rows, options);
    table.push({ name: anchor.name, figures: measure(guesses) });
  }
  table.push({ name: "**Balance**", figures: ours });
  console.log(
    `\n${rows.length} of ${all.length} records, ${
      labelsOf(rows).length
    } labels; full feedback\n\n${tableOf(name, table)}`,
  );
  const closed: Record<string, ClosedLoop> = {};
  for (const [key, target] of Object.entries(TARGETS)) {
    if (options.seeds === 0) continue;
    const runs = Array.from({ length: options.seeds }, (_, i) => ({
      seed: i + 1,
      settings: { targetPrecision: target },
    }));
    closed[key] = overSeeds(
      await closedLoops(
        rows,
        { warm: options.warm, batch: options.batch },
        runs,
        ({ seed }) => tell(`closed loop at ${target}, seed ${seed}`),
      ),
    );
    console.log(closedLine(target, closed[key], options.seeds));
  }
  return rounded({ ...ours, ...closed, ...cost });
}

async function labelledFigures(
  name: string,
  rows: readonly Labelled[],
  options: Options,
  labelled: number,
) {
  const test = options.test === null
    ? null
    : await readFile(options.test, options);
  const parts = split(rows, labelled, test);
  if (parts.known.length < labelled || parts.asked.length === 0) {
    unusable(`${name} has ${rows.length} rows, too few for ${labelled}`);
  }
  const both = [...parts.known, ...parts.asked];
  const company = await openCompany(labelsOf(both), {
    seed: 1,
    settings: ALL_REVIEWED,
    firstDate: null,
  });
  const ours = accuracy(await askLabelled(company, parts, options));
  const table: TableRow[] = [];
  for (const anchor of options.anchors ? await openAnchors(both) : []) {
    const figures = { accuracy: accuracy(anchorLabelled(anchor, parts)) };
    table.push({ name: anchor.name, figures });
  }
  table.push({ name: "**Balance**", figures: { accuracy: ours } });
  console.log(
    `\n${labelled} labelled, ${parts.asked.length} asked, ${
      labelsOf(both).length
    } labels\n\n${tableOf(name, table)}`,
  );
  return rounded({ accuracy: ours, labelled });
}

/** The files' rows by base name; without a file, the project's own sample. A file that cannot be read ends the process with code 2. */
async function readFiles(options: Options) {
  if (options.files.length === 0) {
    const rows = companyYear({ seed: 1, records: SAMPLE_RECORDS })
      .map(({ category, ...row }): Labelled => ({ ...row, label: category }));
    return [{ name: "sample", rows }];
  }
  const files: { name: string; rows: readonly Labelled[] }[] = [];
  for (const file of options.files) {
    const name = basename(file);
    if (files.some((other) => other.name === name)) {
      unusable(`two files of the name ${name}`);
    }
    files.push({ name, rows: await readFile(file, options) });
  }
  return files;
}

async function readFile(
  file: string,
  { columns }: Options,
): Promise<readonly Labelled[]> {
  try {
    const table = readTable(await Deno.readTextFile(file));
    const { rows, notes } = readStream(table, columns);
    for (const note of notes) console.log(`${basename(file)}: ${note}`);
    return rows;
  } catch (error) {
    unusable(`${file}: ${error instanceof Error ? error.message : error}`);
  }
}

/** Ends the process: what is wrong is in the files or the options. */
function unusable(why: string): never {
  console.error(why);
  Deno.exit(2);
}

function closedLine(target: number, loop: ClosedLoop, seeds: number): string {
  const { settled, precision, precision_min } = loop;
  const of = (figure: number | null) => figure?.toFixed(4) ?? "none";
  return `closed loop at ${target}: ${settled.toFixed(3)} settled, ${
    of(precision)
  } of it right (worst seed ${of(precision_min)}); ${seeds} seeds`;
}

/** The figures with four digits behind the point at most. */
function rounded(figures: Readonly<Record<string, unknown>>) {
  return JSON.parse(
    JSON.stringify(
      figures,
      (_, value) =>
        typeof value === "number" ? Number(value.toFixed(4)) : value,
    ),
  ) as Readonly<Record<string, unknown>>;
}

function header({ labelled, warm, batch, seeds }: Options): void {
  const memory = Math.round(Deno.systemMemoryInfo().total / 2 ** 30);
  const way = labelled === null
    ? `${warm} warm, sets of ${batch}, ${seeds} seeds`
    : `${labelled} labelled, drawn by a fixed seed`;
  console.log(
    `deno ${Deno.version.deno}, ${navigator.hardwareConcurrency} cores, ${
      cpus()[0]?.model ?? "an unknown processor"
    }, ${memory} GiB, ${Deno.build.os} ${Deno.osRelease()}
one thread (a thread for each seed), memory storage, no model, no rules; ${way}; settings as they come in the closed loop`,
  );
}
