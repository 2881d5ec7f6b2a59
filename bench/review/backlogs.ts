import { companyYear } from "../../src/main/demo/company_year.ts";
import { readTable } from "../../src/main/demo/csv_table.ts";
import { seededRandom } from "../../src/main/demo/seeded_random.ts";
import { shuffle } from "../quality/shuffle.ts";
import { type Labelled, readStream } from "../quality/stream.ts";
import type { Options } from "./options.ts";
import type { Backlog } from "./work_off.ts";

/** A data set by name and the backlogs that were made of it. */
export interface DataSet {
  readonly name: string;
  readonly backlogs: readonly Backlog[];
}

type Size = Pick<Options, "waiting" | "unseen" | "backlogs">;

/** Real data beside the project where it is developed; nobody else has it. */
const FOLDER = new URL("../../../shared/data/", import.meta.url);
/** The order was chosen by the rows before these: figures are of others. */
const TUNED_ON = 6_000;

/**
 * The real data sets that are there; where none is, the project's own sample. Records in the order of time are cut into
 * backlogs one after another, each followed by its unseen ones; questions, which have no time, are shuffled by a seed for
 * each backlog, and the unseen are of their test file.
 */
export async function readDataSets(options: Options): Promise<
  readonly DataSet[]
> {
  const sets = [
    await councilSpend("birmingham_pcard", options),
    await councilSpend("harrogate_invoices", options),
    await questions("banking77", options),
  ].filter((set) => set !== null);
  const real = sets.length > 0 ? sets : [sample(options)];
  return real.filter(({ name }) =>
    options.only === null || name === options.only
  );
}

async function councilSpend(
  name: string,
  size: Size,
): Promise<DataSet | null> {
  const rows = await rowsOf(`${name}.csv`);
  if (rows === null) return null;
  return { name, backlogs: cut(rows.slice(TUNED_ON), size) };
}

async function questions(name: string, size: Size): Promise<DataSet | null> {
  const train = await rowsOf(`${name}/train.csv`);
  const test = await rowsOf(`${name}/test.csv`);
  if (train === null || test === null) return null;
  return {
    name,
    backlogs: Array.from({ length: size.backlogs }, (_, i) => {
      // The order was looked at with seed 1.
      const random = seededRandom(2 + i);
      return {
        waiting: drawn(train, size.waiting, random),
        unseen: drawn(test, size.unseen, random),
      };
    }),
  };
}

function sample(size: Size): DataSet {
  const records = size.backlogs * (size.waiting + size.unseen);
  const rows = companyYear({ seed: 1, records })
    .map(({ category, ...row }): Labelled => ({ ...row, label: category }));
  return { name: "sample", backlogs: cut(rows, size) };
}

function cut(
  rows: readonly Labelled[],
  { waiting, unseen, backlogs }: Size,
): readonly Backlog[] {
  const each = waiting + unseen;
  return Array.from({ length: backlogs }, (_, i) => i * each)
    .filter((from) => from + each <= rows.length)
    .map((from) => ({
      waiting: rows.slice(from, from + waiting),
      unseen: rows.slice(from + waiting, from + each),
    }));
}

function drawn(
  rows: readonly Labelled[],
  count: number,
  random: ReturnType<typeof seededRandom>,
): readonly Labelled[] {
  const all = [...rows];
  shuffle(all, random);
  return all.slice(0, count);
}

async function rowsOf(file: string): Promise<readonly Labelled[] | null> {
  try {
    const text = await Deno.readTextFile(new URL(file, FOLDER));
    return readStream(readTable(text), {}).rows;
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
    console.log(`${file} is not beside this project: not measured`);
    return null;
  }
}
