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

/** Exact search by pgvector, over all of the tenant's texts. */
export const searchInDatabase: VectorSearch = async (
  sql,
  { embedder, vectors, limit, atLeast },
) => {
  const texts = vectors.map(vectorText);
  const near = new Map(texts.map((text): [string, NearText[]] => [text, []]));
  const distinct = [...near.keys()].filter((text) => /[1-9]/.test(text));
  if (distinct.length === 0) return texts.map(() => []);
  // Each text is read once and compared with all that is asked: the lateral join lets the planner do it in no other way,
  // whatever it takes the tables for. What is alike enough is little, and sorted alone. Of vectors of length 1 the inner
  // product is the cosine, and quicker.
  const rows = await sql<(NearText & { asked: number })[]>`
    with given as materialized (
      select vector::halfvec as vector, place from unnest(${distinct}::text[]) with ordinality as given (vector, place)
    )
    select asked::integer - 1 as asked, text_key as "textKey", least(1, -distance) as similarity
    from (
      select asked, v.text_key, distance, row_number() over (partition by asked order by distance, v.text_key) as rank
      from text_vectors v
      cross join lateral (
        select given.place as asked, v.vector <#> given.vector as distance
        from given where v.vector <#> given.vector <= ${-atLeast} offset 0
      ) alike
      where v.embedder = ${embedder} and v.live
    ) near
    where rank <= ${limit}
    order by asked, rank`;
  for (const { asked, textKey, similarity } of rows) {
    near.get(distinct[asked]!)!.push({ textKey, similarity });
  }
  return texts.map((text) => near.get(text)!);
};

/** As pgvector reads it: five digits tell apart what a cosine needs to. */
export function vectorText(vector: Float32Array): string {
  const numbers = Array.from(vector, (x) => x === 0 ? "0" : x.toFixed(5));
  return `[${numbers.join(",")}]`;
}
