import type { Categories } from "../../ports/categories.ts";
import type { CategoryId } from "../../src/kernel/ids.ts";
import type { Transaction } from "./connect.ts";
import { CATEGORY_COLUMNS } from "./entities.ts";
import { rowStore } from "./row_store.ts";

/** A tenant's categories. */
export function postgresCategories(sql: Transaction): Categories {
  return {
    ...rowStore(sql, "categories", CATEGORY_COLUMNS),
    async holdOpen(ids) {
      if (ids.length === 0) return new Set();
      // A row that somebody is archiving is waited for, and then looked at as it has become.
      const rows = await sql<{ id: CategoryId }[]>`
        select id from categories
        where id = any(${[...ids]}) and archived_at is null
        order by id for share`;
      return new Set(rows.map(({ id }) => id));
    },
  };
}
