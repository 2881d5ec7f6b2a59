import type { RecordId } from "../../src/kernel/ids.ts";
import type { Transaction } from "./connect.ts";

/**
 * Takes the examples of records out, and with them every text and vector that no example has any more: a record may have
 * said something else before it was corrected. Rejections of `textKeys` go as well. Returns the keys that examples had.
 */
export async function eraseExamples(
  sql: Transaction,
  recordIds: readonly RecordId[],
  textKeys: readonly string[],
): Promise<readonly string[]> {
  const ids = [...recordIds];
  const rows = await sql<{ key: string }[]>`
    delete from example_keys where record_id = any(${ids}) returning key`;
  await sql`delete from examples where record_id = any(${ids})`;
  const keys = [...new Set(rows.map(({ key }) => key))];
  const isUnused = sql`
    not exists (select from example_keys e where e.key = text_key)`;
  await sql`delete from text_vectors where ${isUnused}`;
  await sql`delete from example_texts where ${isUnused}`;
  await sql`
    delete from example_rejections
    where text_key = any(${[...keys, ...textKeys]}) and ${isUnused}`;
  return keys;
}
