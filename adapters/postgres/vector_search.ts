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
export const searchInDatabase: VectorSearch = async (sql, query) => {
  const texts = query.vectors.map(vectorText);
  const near = new Map(texts.map((text): [string, NearText[]] => [text, []]));
  // A text without content is all zeros, and near to nothing.
  const asked = [...near.keys()].filter((text) => /[1-9]/.test(text));
  if (asked.length > 0) {
    const rows = await nearestOf(sql, asked, query);
    for (const { place, textKey, similarity } of rows) {
      near.get(asked[place]!)!.push({ textKey, similarity });
    }
  }
  return texts.map((text) => near.get(text)!);
};

/**
 * The statement that finds the texts nearest to each of `asked`. Each text is read once and compared with all that is
 * asked: the lateral join lets the planner do it in no other way, whatever it takes the tables for. What is alike
 * enough is little, and sorted alone. Of vectors of length 1 the inner product is the cosine, and quicker.
 */
export function nearestOf(
  sql: Transaction,
  asked: readonly string[],
  { embedder, limit, atLeast }: Omit<VectorQuery, "vectors">,
) {
  return sql<(NearText & { place: number })[]>`
    with given as materialized (
      select vector::halfvec as vector, place from unnest(${[
    ...asked,
  ]}::text[]) with ordinality as given (vector, place)
    )
    select place::integer - 1 as place, text_key as "textKey", least(1, -distance) as similarity
    from (
      select place, v.text_key, distance, row_number() over (partition by place order by distance, v.text_key) as rank
      from text_vectors v
      cross join lateral (
        select given.place, v.vector <#> given.vector as distance
        from given where v.vector <#> given.vector <= ${-atLeast} offset 0
      ) alike
      where v.embedder = ${embedder} and v.live
    ) near
    where rank <= ${limit}
    order by place, rank`;
}

/** As pgvector reads it: five digits tell apart what a cosine needs to. */
export function vectorText(vector: Float32Array): string {
  const numbers = Array.from(vector, (x) => x === 0 ? "0" : x.toFixed(5));
  return `[${numbers.join(",")}]`;
}
