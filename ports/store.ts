import type { Page, PageRequest } from "../src/kernel/page.ts";

/** What a store keeps: found by id, changed by compare-and-set on `version`. */
export interface Entity {
  readonly id: string;
  readonly version: number;
}

/** A tenant's small set of entities, read and written as sets. */
export interface Store<T extends Entity> {
  /** Keeps new entities. An id that is there already is a bug and throws. */
  add(entities: readonly T[]): Promise<void>;
  /** Those of `ids` that are there, in any order. */
  find(ids: readonly T["id"][]): Promise<readonly T[]>;
  /** Every entity, by id. */
  all(): Promise<readonly T[]>;
  /** Writes each as the version after its own. A stale version makes the unit of work start over. */
  save(entities: readonly T[]): Promise<void>;
}

/** A store that outgrows one answer. */
export interface PagedStore<T extends Entity> extends Store<T> {
  /** Latest id first; the cursor is the last id shown. */
  list(page: PageRequest): Promise<Page<T>>;
}
