import assert from "node:assert/strict";
import type { Instant } from "../../src/kernel/instant.ts";
import { type DemoRow, readCsv } from "../../src/main/demo/csv.ts";
import { incoming } from "./trial.ts";

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

/** A row as a sender of it would send it. */
export function sentRow(row: DemoRow) {
  return incoming({
    occurredAt: midnight(row.date),
    description: row.description,
    counterparty: row.counterparty,
    amount: row.amount,
    attributes: row.unit ? { unit: row.unit } : {},
  });
}

export function midnight(day: string): Instant {
  return `${day}T00:00:00.000Z` as Instant;
}
