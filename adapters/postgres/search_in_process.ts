import type { NearText } from "../../src/processing/example.ts";
import type { Transaction } from "./connect.ts";
import { hasExample, SPARE, type VectorSearch } from "./vector_search.ts";

/** Texts to hold for all tenants together: 200,000 vectors of 512 floats are 400 MB. */
const TEXTS_HELD_MAX = 200_000;

/** A tenant's vectors of one embedder, as far as they were read. */
interface Held {
  readonly texts: Text[];
  /** The position of the last one read. */
  last: string;
}

interface Text {
  readonly textKey: string;
  readonly unit: Float32Array;
}

/**
 * Exact search in this process, for the embedded database, whose server took 16 times as long (11.1 against 0.7 s in
 * the pipeline benchmark's set-up): hashed vectors are sparse, and only what is not zero is multiplied here. Vectors never change, so each is read once; with one connection, as the embedded database
 * has, they are read in the order of their positions. What was read of a unit that is undone does no harm: texts
 * without an example are left out in the end.
 */
export function searchInProcess(): VectorSearch {
  const tenants = new Map<string, Held>();
  return async (sql, { embedder, vectors, limit, atLeast }) => {
    if (vectors.length === 0) return [];
    const [row] = await sql<{ tenant: string }[]>`
      select current_tenant() as tenant`;
    const name = `${row!.tenant} ${embedder}`;
    const held = tenants.get(name) ?? { texts: [], last: "0" };
    // Put back at the end: the first of the map is the one that was longest not asked for.
    tenants.delete(name);
    tenants.set(name, held);
    await readNew(sql, embedder, held);
    dropOldest(tenants, held);
    const near = vectors.map((vector) =>
      nearestOf(vector, held.texts, limit * SPARE, atLeast)
    );
    const live = await withExamples(
      sql,
      near.flat().map(({ textKey }) => textKey),
    );
    return near.map((texts) =>
      texts.filter(({ textKey }) => live.has(textKey)).slice(0, limit)
    );
  };
}

async function readNew(
  sql: Transaction,
  embedder: string,
  held: Held,
): Promise<void> {
  const rows = await sql<
    { textKey: string; vector: string; position: string }[]
  >`
    select text_key as "textKey", vector::text, position from text_vectors
    where embedder = ${embedder} and position > ${held.last}
    order by position`;
  for (const { textKey, vector, position } of rows) {
    const unit = unitVector(Float32Array.from(JSON.parse(vector)));
    if (unit) held.texts.push({ textKey, unit });
    held.last = position;
  }
}

function dropOldest(tenants: Map<string, Held>, current: Held): void {
  let count = 0;
  for (const { texts } of tenants.values()) count += texts.length;
  for (const [name, held] of tenants) {
    if (count <= TEXTS_HELD_MAX || held === current) return;
    tenants.delete(name);
    count -= held.texts.length;
  }
}

async function withExamples(
  sql: Transaction,
  textKeys: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await sql<{ key: string }[]>`
    select key from unnest(${[...new Set(textKeys)]}::text[]) as asked (key)
    where ${hasExample(sql, "asked.key")}`;
  return new Set(rows.map(({ key }) => key));
}

/** The texts of greatest cosine, nearest first, then by key. Only where the vector is not zero is anything multiplied: hashed vectors are sparse. */
function nearestOf(
  vector: Float32Array,
  texts: readonly Text[],
  limit: number,
  atLeast: number,
): readonly NearText[] {
  const asked = unitVector(vector);
  if (!asked) return [];
  const places: number[] = [];
  asked.forEach((x, i) => x !== 0 && places.push(i));
  const values = places.map((i) => asked[i]!);
  const near: NearText[] = [];
  let least = atLeast;
  for (const { textKey, unit } of texts) {
    let similarity = 0;
    for (let i = 0; i < places.length; i++) {
      similarity += values[i]! * unit[places[i]!]!;
    }
    if (similarity < least) continue;
    near.push({ textKey, similarity: Math.min(1, similarity) });
    near.sort(byNearness);
    if (near.length > limit) near.pop();
    if (near.length === limit) least = near.at(-1)!.similarity;
  }
  return near;
}

function byNearness(a: NearText, b: NearText): number {
  return b.similarity - a.similarity || (a.textKey < b.textKey ? -1 : 1);
}

/** Of length 1; undefined for all zeros, which are near to nothing. */
function unitVector(vector: Float32Array): Float32Array | undefined {
  const length = Math.hypot(...vector);
  return length === 0 ? undefined : vector.map((x) => x / length);
}
