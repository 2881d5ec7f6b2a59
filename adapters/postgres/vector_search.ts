import type { NearText } from "../../src/processing/example.ts";
import type { Transaction } from "./connect.ts";

/** What to look for: the `limit` nearest texts of each vector. */
export interface VectorQuery {
  readonly embedder: string;
  readonly vectors: readonly Float32Array[];
  readonly limit: number;
}

/** Finds the nearest texts among the current tenant's, as `Examples.nearest` promises. */
export type VectorSearch = (
  sql: Transaction,
  query: VectorQuery,
) => Promise<readonly (readonly NearText[])[]>;

/** How many times as many texts to look at as are wanted, since some may have lost their examples. */
export const SPARE = 2;

/** Exact search by pgvector, over all of the tenant's texts. */
export const searchInDatabase: VectorSearch = async (
  sql,
  { embedder, vectors, limit },
) => {
  const texts = vectors.map(vectorText);
  const distinct = [...new Set(texts)];
  if (distinct.length === 0) return [];
  const rows = await sql<(NearText & { asked: number })[]>`
    select asked.place::integer - 1 as asked, near.text_key as "textKey",
      least(1, 1 - near.distance) as similarity
    from unnest(${distinct}::text[]) with ordinality as given (vector, place)
    cross join lateral (select given.vector::vector as vector, given.place offset 0) asked
    cross join lateral (
      select v.text_key, v.vector <=> asked.vector as distance
      from text_vectors v
      where v.embedder = ${embedder}
      order by distance, v.text_key limit ${limit * SPARE}
    ) near
    -- A text without content is all zeros: its distance to anything is no number.
    where near.distance <> 'NaN'
      and ${hasExample(sql, "near.text_key")}
    order by asked.place, near.distance, near.text_key`;
  const near = distinct.map((): NearText[] => []);
  for (const { asked, textKey, similarity } of rows) {
    const found = near[asked]!;
    if (found.length < limit) found.push({ textKey, similarity });
  }
  const byText = new Map(distinct.map((text, i) => [text, near[i]!]));
  return texts.map((text) => byText.get(text)!);
};

/** Whether a text still has an example. As a value, not as `exists`, which the planner may turn into a join with all examples. */
export function hasExample(sql: Transaction, textKey: string) {
  return sql`(select true from example_keys e where e.key = ${
    sql(textKey)
  } limit 1)`;
}

/** As pgvector reads it: five digits tell apart what a cosine needs to. */
export function vectorText(vector: Float32Array): string {
  const numbers = Array.from(vector, (x) => x === 0 ? "0" : x.toFixed(5));
  return `[${numbers.join(",")}]`;
}
