import type { Categories } from "../../ports/categories.ts";
import { openCategories } from "../../src/categories/category_tree.ts";
import { entities, present } from "./entities.ts";
import type { Journal } from "./journal.ts";
import type { Shelf } from "./shelf.ts";
import { unique } from "./unique.ts";

/** A tenant's categories. Units take turns here, so that there is nothing to hold. */
export function categories(shelf: Shelf, journal: Journal): Categories {
  return {
    ...entities(
      shelf.categories,
      journal,
      unique(
        "one unarchived category of a name",
        shelf.categoryNames,
        ({ name, archivedAt }) => archivedAt === null ? name : null,
        journal,
      ),
    ),
    holdOpen: (ids) =>
      Promise.resolve(openCategories(present(shelf.categories, ids))),
  };
}
