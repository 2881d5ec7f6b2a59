import type { RecordConflicts } from "../../ports/record_conflicts.ts";
import { pageOf } from "../../src/kernel/page.ts";
import type { Journal } from "./journal.ts";
import type { Shelf } from "./shelf.ts";
import { byText } from "./sorted.ts";

/** The versions of a tenant's records that were kept aside. */
export function recordConflicts(
  { conflicts, records }: Shelf,
  journal: Journal,
): RecordConflicts {
  return {
    find: (ids) =>
      Promise.resolve(
        [...conflicts.values()].filter(({ id }) => ids.includes(id)),
      ),
    list: ({ isOpen, connectionId }, { limit, cursor }) =>
      Promise.try(() => {
        const found = [...conflicts.values()].filter((
          { id, recordId, resolution },
        ) =>
          (resolution === null) === isOpen &&
          (cursor === null || id < cursor) &&
          (connectionId === undefined ||
            records.get(recordId)!.record.connectionId === connectionId)
        ).sort((a, b) => byText(b.id, a.id));
        return pageOf(found, limit, ({ id }) => id);
      }),
    resolve: (resolved) =>
      Promise.try(() =>
        resolved.flatMap(({ id, resolution }) => {
          const open = [...conflicts].find(([, one]) =>
            one.id === id && one.resolution === null
          );
          if (!open) return [];
          const [key, conflict] = open;
          const next = { ...conflict, resolution };
          journal.set(conflicts, key, next);
          const row = records.get(conflict.recordId)!;
          journal.set(records, conflict.recordId, {
            ...row,
            conflicts: row.conflicts.map((one) => one.id === id ? next : one),
          });
          return [id];
        })
      ),
  };
}
