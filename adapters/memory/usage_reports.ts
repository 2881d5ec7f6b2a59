import type { UsageReports } from "../../ports/usage.ts";
import { entities } from "./entities.ts";
import type { Journal } from "./journal.ts";
import type { Shelf } from "./shelf.ts";

/** What a payment provider is told of what a tenant used. */
export function usageReports(
  { usageReports: rows }: Shelf,
  journal: Journal,
): UsageReports {
  const { add, find, save, all } = entities(rows, journal);
  return {
    add,
    find,
    save,
    open: async () =>
      (await all()).filter(({ state }) =>
        state === "due" || state === "unsure"
      ),
  };
}
