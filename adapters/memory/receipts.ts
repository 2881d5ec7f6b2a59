import { pageOf } from "../../src/kernel/page.ts";
import { statusOfReceipt } from "../../src/receipts/receipt.ts";
import type { Receipts } from "../../ports/receipts.ts";
import { entities } from "./entities.ts";
import type { Journal } from "./journal.ts";
import { receiptCandidates } from "./receipt_candidates.ts";
import type { Shelf } from "./shelf.ts";
import { byText } from "./sorted.ts";
import { unique } from "./unique.ts";

/** A tenant's receipts. */
export function receipts(shelf: Shelf, journal: Journal): Receipts {
  const rows = shelf.receipts;
  const kept = entities(
    rows,
    journal,
    unique(
      "one receipt per content",
      shelf.receiptContents,
      ({ sha256, removedAt }) => removedAt === null ? sha256 : null,
      journal,
    ),
  );
  return {
    add: kept.add,
    find: kept.find,
    save: kept.save,
    list: (filter, { limit, cursor }) =>
      Promise.try(() => {
        const { recordIds, status, sha256, removed = false } = filter;
        const found = [...rows.values()].filter((one) =>
          (cursor === null || one.id < cursor) &&
          (one.removedAt !== null) === removed &&
          (sha256 === undefined || one.sha256 === sha256) &&
          (status === undefined || statusOfReceipt(one) === status) &&
          (recordIds === undefined ||
            one.recordIds.some((id) => recordIds.includes(id)))
        ).sort((a, b) => byText(b.id, a.id));
        return pageOf(found, limit, ({ id }) => id);
      }),
    candidates: (search, limit) =>
      Promise.resolve(receiptCandidates(shelf, search, limit)),
    remove: (ids) =>
      Promise.try(() => {
        for (const id of ids) {
          const row = rows.get(id);
          if (row === undefined) continue;
          if (row.removedAt === null) {
            journal.remove(shelf.receiptContents, row.sha256);
          }
          journal.remove(rows, id);
        }
      }),
  };
}
