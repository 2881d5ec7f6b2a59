import type { RecordId } from "../../src/kernel/ids.ts";
import type { OfRecords } from "../../src/processing/quality/figures.ts";
import type { Shelf } from "./shelf.ts";

/** Whether what is about a record counts; of none nothing does where records are asked for. */
export function ofRecords(
  shelf: Shelf,
  { categoryId, connectionId }: OfRecords,
): (id: RecordId | null | undefined) => boolean {
  if (categoryId === undefined && connectionId === undefined) return () => true;
  return (id) => {
    const found = id ? shelf.records.get(id) : undefined;
    if (found === undefined) return false;
    const { record } = found;
    return (categoryId === undefined || record.categoryId === categoryId) &&
      (connectionId === undefined || record.connectionId === connectionId);
  };
}
