import { companyYear } from "../../src/main/demo/company_year.ts";
import { readTable } from "../../src/main/demo/csv_table.ts";
import {
  type SeededRandom,
  seededRandom,
} from "../../src/main/demo/seeded_random.ts";
import { wrongUse } from "../../src/main/args.ts";
import { shuffle } from "../quality/shuffle.ts";
import { type Labelled, readStream } from "../quality/stream.ts";
import { type Options, USAGE } from "./options.ts";
import type { Backlog } from "./work_off.ts";

/** A data set by name and the backlogs that were made of it. */
export interface DataSet {
  readonly name: string;
  readonly backlogs: readonly Backlog[];
}

/** How many backlogs of how many records, and how many others are never asked about. */
interface Size {
  readonly backlogs: number;
  readonly waiting: number;
  readonly unseen: number;
}

const SPEND: Size = { backlogs: 3, waiting: 2_000, unseen: 1_000 };
/** Hardly any question comes twice, and there are 77 intents: of fewer everything is needed to learn them. */
const QUESTIONS: Size = { backlogs: 1, waiting: 5_000, unseen: 1_000 };

/** Real data beside the project where it is developed; nobody else has it. */
const FOLDER = new URL("../../../shared/data/", import.meta.url);
/** The order was chosen by rows before these; what is told is of others. */
const TUNED_ON = 6_000;

/**
 * The real data sets that are there; where none is, the project's own sample. Spend is cut, as it came, into backlogs one
 * after another, each followed by its unseen records. Questions have no time and are in no order that people would get
 * them in: they are shuffled by a seed, and the unseen are of their test file.
 */
export async function readDataSets(
  { scale, only }: Options,
): Promise<readonly DataSet[]> {
  const scaled = (size: Size): Size => ({
    backlogs: size.backlogs,
    waiting: Math.ceil(size.waiting * scale),
    unseen: Math.ceil(size.unseen * scale),
  });
  const found = [
    await spend("birmingham_pcard", scaled(SPEND)),
    await spend("harrogate_invoices", scaled(SPEND)),
    await questions("banking77", scaled(QUESTIONS)),
  ].filter((set) => set !== null);
  const sets = found.length > 0 ? found : [sample(scaled(SPEND))];
  const asked = sets.filter(({ name }) => only === null || name === only);
  if (asked.length > 0) return asked;
  const names = sets.map(({ name }) => name).join(", ");
  wrongUse(USAGE, `--only names none of the data sets here: ${names}`);
}

async function spend(name: string, size: Size): Promise<DataSet | null> {
  const rows = await rowsOf(`${name}.csv`);
  return rows && { name, backlogs: cut(rows.slice(TUNED_ON), size) };
}

async function questions(name: string, size: Size): Promise<DataSet | null> {
  const train = await rowsOf(`${name}/train.csv`);
  const test = await rowsOf(`${name}/test.csv`);
  if (train === null || test === null) return null;
  const backlogs = Array.from({ length: size.backlogs }, (_, i) => {
    // The order was looked at with seed 1.
    const random = seededRandom(2 + i);
    return {
      waiting: drawn(train, size.waiting, random),
      unseen: drawn(test, size.unseen, random),
    };
  });
  return { name, backlogs };
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
  random: SeededRandom,
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
