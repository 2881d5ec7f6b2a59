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
        present(records, [...pending.keys()]).flatMap((
          { record, conflicts },
        ) => {
          const versions = [record, ...conflicts.map(({ content }) => content)];
          const isAlike = amounts.some((asked) =>
            record.connectionId === asked.connectionId &&
            versions.some(({ amount }) =>
              amount?.minor === asked.amount.minor &&
              amount.currency === asked.amount.currency
            )
          );
          return isAlike ? [record.id] : [];
        })
      ),
  };
}
