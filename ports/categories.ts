import type { Category } from "../src/categories/category.ts";
import type { CategoryId } from "../src/kernel/ids.ts";
import type { Store } from "./store.ts";

/** A tenant's categories, archived ones too. */
export interface Categories extends Store<Category> {
  /** Those of `ids` that are open. They stay so until the unit ends: whoever archives one does so after it. */
  holdOpen(ids: readonly CategoryId[]): Promise<ReadonlySet<CategoryId>>;
}
