import type { CategoryId, RecordId } from "../../../../src/kernel/ids.ts";
import type { CompanyRecord } from "../../../../src/records/record.ts";

/** What ids that a record's history mentions stand for. */
export interface Known {
  readonly categories: ReadonlyMap<CategoryId, string>;
  /** Members by name; whoever left is not among them. */
  readonly people: ReadonlyMap<string, string>;
  /** Records that were compared with. */
  readonly records: ReadonlyMap<RecordId, CompanyRecord>;
}

/** A category by its name. */
export function categoryName(
  { categories }: Known,
  id: CategoryId | null,
): string {
  return id === null ? "none" : categories.get(id) ?? id;
}

/** Who did something, by name. */
export function personName(
  { people }: Pick<Known, "people">,
  by: string,
): string {
  if (by.startsWith("key_")) return "An API key";
  return people.get(by) ?? "Somebody who left";
}
