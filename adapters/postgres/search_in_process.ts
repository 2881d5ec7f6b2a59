import { TextIndex } from "../../src/processing/text_index.ts";
import type { Transaction } from "./connect.ts";
import type { VectorSearch } from "./vector_search.ts";

/** Texts to hold for all tenants together: 200,000 hashed vectors are 100 MB, as many of a model 800 MB. */
const TEXTS_HELD_MAX = 200_000;

/** A tenant's live vectors of one embedder, as far as they were read. */
interface Held {
  readonly embedder: string;
  readonly index: TextIndex;
  /** The position of the last one read. */
  last: string;
}

/**
 * Exact search in this process, for the embedded database, whose server compares vectors far slower. Vectors never
 * change, so each is read once, and again when it becomes live or not; with one connection, as the embedded database
 * has, they are read in the order of their positions. A unit that has written could still be undone, and what it reads
 * with it: it is searched without what is held.
 */
export function searchInProcess(): VectorSearch {
  const tenants = new Map<string, Held>();
  return async (sql, { embedder, vectors, limit, atLeast }) => {
    if (vectors.length === 0) return [];
    const [unit] = await sql<[{ tenant: string; writes: boolean }]>`
      select current_tenant() as tenant, pg_current_xact_id_if_assigned() is not null as writes`;
    const before = tenants.get(unit.tenant);
    const isOfUse = before?.embedder === embedder && !unit.writes;
    const held = isOfUse ? before : nothingHeld(embedder);
    await readNew(sql, held);
    if (!unit.writes) {
      // Put back at the end: the first of the map is the one that was longest not asked for.
      tenants.delete(unit.tenant);
      tenants.set(unit.tenant, held);
      dropOldest(tenants, held);
    }
    return vectors.map((vector) => held.index.nearest(vector, limit, atLeast));
  };
}

function nothingHeld(embedder: string): Held {
  return { embedder, index: new TextIndex(), last: "0" };
}

async function readNew(sql: Transaction, held: Held): Promise<void> {
  const rows = await sql<
    { textKey: string; vector: string | null; position: string }[]
  >`
    select text_key as "textKey", case when live then vector::text end as vector, position from text_vectors
    where embedder = ${held.embedder} and position > ${held.last}
    order by position`;
  for (const { textKey, vector, position } of rows) {
    if (vector === null) held.index.remove(textKey);
    else held.index.add(textKey, Float32Array.from(JSON.parse(vector)));
    held.last = position;
  }
}

function dropOldest(tenants: Map<string, Held>, current: Held): void {
  let count = 0;
  for (const { index } of tenants.values()) count += index.size;
  for (const [tenant, held] of tenants) {
    if (count <= TEXTS_HELD_MAX || held === current) return;
    tenants.delete(tenant);
    count -= held.index.size;
  }
}
