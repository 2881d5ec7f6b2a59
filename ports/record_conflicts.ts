import type { ConflictId, ConnectionId } from "../src/kernel/ids.ts";
import type { Page, PageRequest } from "../src/kernel/page.ts";
import type { Conflict } from "../src/records/record.ts";

/** Narrows the list of conflicts; every given part must hold. */
export interface ConflictFilter {
  readonly isOpen: boolean;
  readonly connectionId?: ConnectionId;
}

/** The versions of records that were kept aside; `Records.keepAside` keeps them. */
export interface RecordConflicts {
  /** Those of `ids` that are there, in any order. */
  find(ids: readonly ConflictId[]): Promise<readonly Conflict[]>;
  /** Latest id first; the cursor is the last id shown. */
  list(filter: ConflictFilter, page: PageRequest): Promise<Page<Conflict>>;
  /** Writes the resolutions of those that are open still; answers their ids. */
  resolve(
    conflicts: readonly (Pick<Conflict, "id"> & {
      readonly resolution: NonNullable<Conflict["resolution"]>;
    })[],
  ): Promise<readonly ConflictId[]>;
}
