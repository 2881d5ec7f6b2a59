import type { Sql, Transaction } from "../../adapters/postgres/connect.ts";
import {
  nearestOf,
  searchInDatabase,
  vectorText,
} from "../../adapters/postgres/vector_search.ts";
import type { NearText } from "../../src/processing/example.ts";

/** Neighbours that are looked for. */
export const WANTED = 10;
/** Alike enough to be looked for, as the service asks. */
const AT_LEAST = 0.35;

/** A tenant's search, as the service does it. */
export interface Searched {
  readonly answers: readonly (readonly NearText[])[];
  /** The median of single searches, and of a search among all at once. */
  readonly p50_ms: number;
  readonly batch_ms: number;
}

type Search = (
  tx: Transaction,
  vectors: readonly Float32Array[],
) => Promise<readonly (readonly NearText[])[]>;

/** Exact search by pgvector, the service's own statement. */
export function exactSearch(embedder: string): Search {
  return (tx, vectors) =>
    searchInDatabase(tx, {
      embedder,
      vectors,
      limit: WANTED,
      atLeast: AT_LEAST,
    });
}

/** The plan of the exact search for `vectors`, a node a line. */
export async function exactPlan(
  tx: Transaction,
  embedder: string,
  vectors: readonly Float32Array[],
): Promise<string> {
  const statement = nearestOf(tx, vectors.map(vectorText), {
    embedder,
    limit: WANTED,
    atLeast: AT_LEAST,
  });
  const rows = await tx`explain (costs off) ${statement}`;
  return rows.map((row) => row["QUERY PLAN"]).join("\n");
}

/** What an index is of, as SQL. */
export interface Indexed {
  readonly type: string;
  readonly expression: string;
  readonly where: string;
}

/** Approximate search: candidates from the HNSW index, as many more as `ef` until enough are the tenant's, then exactly ranked. */
export function hnswSearch(
  embedder: string,
  { ef, indexed }: { readonly ef: number; readonly indexed: Indexed },
): Search {
  return async (tx, vectors) => {
    await tx`select set_config('hnsw.ef_search', ${
      String(ef)
    }, true), set_config('hnsw.iterative_scan', 'relaxed_order', true),
      set_config('enable_sort', 'off', true), set_config('enable_seqscan', 'off', true),
      set_config('enable_bitmapscan', 'off', true), set_config('jit', 'off', true)`;
    const vector = tx.unsafe(`v.${indexed.expression}`);
    const type = tx.unsafe(indexed.type);
    const rows = await tx<(NearText & { place: number })[]>`
      with given as materialized (
        select vector::${type} as vector, place
        from unnest(${
      vectors.map(vectorText)
    }::text[]) with ordinality as given (vector, place)
      )
      select place::integer - 1 as place, near.text_key as "textKey", least(1, -distance) as similarity
      from given cross join lateral (
        select v.text_key, ${vector} <#> given.vector as distance from text_vectors v
        where v.embedder = ${embedder} and v.live and v.${
      tx.unsafe(indexed.where)
    }
        order by ${vector} <#> given.vector limit ${2 * WANTED}
      ) near
      order by place, distance`;
    return vectors.map((_, i) =>
      rows.filter(({ place, similarity }) =>
        place === i && similarity >= AT_LEAST
      )
        .slice(0, WANTED)
    );
  };
}

/** Runs `search` in the tenant's name, with row security on, for each vector alone and for all at once. */
export async function searchAs(
  sql: Sql,
  tenantId: string,
  vectors: readonly Float32Array[],
  search: Search,
): Promise<Searched> {
  const timed = (asked: readonly Float32Array[]) =>
    inTenant(sql, tenantId, async (tx) => {
      const begun = performance.now();
      const answers = await search(tx, asked);
      return { answers, ms: performance.now() - begun };
    });
  // What was never read is on the disk still.
  await timed(vectors);
  const singles: number[] = [];
  for (const vector of vectors) singles.push((await timed([vector])).ms);
  const batches = [
    await timed(vectors),
    await timed(vectors),
    await timed(vectors),
  ];
  return {
    answers: batches[0]!.answers,
    p50_ms: median(singles),
    batch_ms: median(batches.map(({ ms }) => ms)) / vectors.length,
  };
}

/** As a unit of work enters a tenant. */
export async function inTenant<T>(
  sql: Sql,
  tenantId: string,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> {
  return await sql.begin(async (tx) => {
    await tx`select set_config('role', 'balance_app', true), set_config('app.tenant_id', ${tenantId}, true)`;
    return await work(tx);
  }) as T;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1]!;
}
