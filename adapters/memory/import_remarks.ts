import type { ImportRemarks } from "../../ports/import_remarks.ts";
import { pageOf } from "../../src/kernel/page.ts";
import type { Journal } from "./journal.ts";
import type { Shelf } from "./shelf.ts";

/** What was said of the rows of files. */
export function importRemarks(
  { importRemarks: rows }: Shelf,
  journal: Journal,
): ImportRemarks {
  return {
    add: (id, remarks) =>
      Promise.try(() => {
        if (remarks.length === 0) return;
        journal.set(rows, id, [...rows.get(id) ?? [], ...remarks]);
      }),
    list: (id, { limit, cursor }) =>
      Promise.try(() => {
        const later = (rows.get(id) ?? [])
          .filter(({ place }) => place > Number(cursor ?? 0));
        return pageOf(later, limit, ({ place }) => String(place));
      }),
  };
}
