import type { NearText } from "../../src/processing/example.ts";
import type { Transaction } from "./connect.ts";

/** What to look for: the `limit` nearest texts of each vector, none of a cosine below `atLeast`. */
export interface VectorQuery {
  readonly embedder: string;
  readonly vectors: readonly Float32Array[];
  readonly limit: number;
  readonly atLeast: number;
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
  { embedder, vectors, limit, atLeast },
) => {
  const texts = vectors.map(vectorText);
  const distinct = [...new Set(texts)];
  if (distinct.length === 0) return [];
  // Each text is read once and compared with all that is asked: the lateral join lets the planner do it in no other way,
  // whatever it takes the tables for. What is alike enough is little, and sorted alone. A text without content is all
  // zeros: its distance to anything is no number, which is greater than any.
  const rows = await sql<(NearText & { asked: number })[]>`
    with given as materialized (
      select vector::vector as vector, place from unnest(${distinct}::text[]) with ordinality as given (vector, place)
    )
    select asked::integer - 1 as asked, text_key as "textKey", least(1, 1 - distance) as similarity
    from (
      select asked, v.text_key, distance, row_number() over (partition by asked order by distance, v.text_key) as rank
      from text_vectors v
      cross join lateral (
        select given.place as asked, v.vector <=> given.vector as distance
        from given where v.vector <=> given.vector <= ${1 - atLeast} offset 0
      ) alike
      where v.embedder = ${embedder}
    ) near
    where rank <= ${limit * SPARE} and ${hasExample(sql, "near.text_key")}
    order by asked, distance, text_key`;
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
