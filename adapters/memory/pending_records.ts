import type { PendingRecords } from "../../ports/pending_records.ts";
import { present } from "./entities.ts";
import type { Journal } from "./journal.ts";
import type { Shelf } from "./shelf.ts";

/** A tenant's records that are not booked yet. */
export function pendingRecords(
  { pending, records }: Shelf,
  journal: Journal,
): PendingRecords {
  return {
    add: (ids) =>
      Promise.try(() => {
        for (const { record } of present(records, ids)) {
          journal.set(pending, record.id, record.connectionId);
        }
      }),
    remove: (ids) =>
      Promise.try(() => {
        for (const id of ids) journal.remove(pending, id);
      }),
    among: (ids) =>
      Promise.resolve([...new Set(ids)].filter((id) => pending.has(id))),
    alike: (amounts) =>
      Promise.try(() =>
        present(records, [...pending.keys()]).flatMap(({ record }) =>
          amounts.some(({ connectionId, amount }) =>
              record.connectionId === connectionId &&
              record.amount?.minor === amount.minor &&
              record.amount.currency === amount.currency
            )
            ? [record.id]
            : []
        )
      ),
  };
}
