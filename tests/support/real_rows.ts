import assert from "node:assert/strict";
import { type DemoRow, readCsv } from "../../src/main/demo/csv.ts";

/** Real council spend, beside the project where it is developed; nobody else has it. */
const FOLDER = new URL("../../../shared/data/", import.meta.url);

/** The rows of a file of real spend, by date; null, and a word about it, where it is not there. */
export async function realRows(
  file: string,
): Promise<readonly DemoRow[] | null> {
  const text = await textOf(file);
  if (text === undefined) {
    console.log(`${file} is not beside this project: not measured`);
    return null;
  }
  const { rows, problems } = readCsv(text);
  assert.deepEqual(problems, []);
  return rows;
}

async function textOf(file: string): Promise<string | undefined> {
  try {
    return await Deno.readTextFile(new URL(file, FOLDER));
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return undefined;
    throw error;
  }
}
