import { failures } from "../kernel/failure.ts";
import type { CategoryId } from "../kernel/ids.ts";
import type { Instant } from "../kernel/instant.ts";

/** A label of the tenant's own closed set. Archived, never deleted; a rename keeps the id. */
export interface Category {
  readonly id: CategoryId;
  readonly version: number;
  readonly name: string;
  readonly parentId: CategoryId | null;
  readonly archivedAt: Instant | null;
  readonly createdAt: Instant;
}

export const CATEGORIES_MAX = 2_000;
/** How deep categories may nest. */
export const CATEGORY_DEPTH_MAX = 8;

export const categoryFailures = failures("category", {
  missing: { category: "missing", title: "No such category" },
  stale: {
    category: "conflict",
    title: "The category was changed in the meantime",
  },
  unknown_parent: {
    category: "invalid",
    title: "The parent category is not there",
  },
  archived: { category: "conflict", title: "The category is archived" },
  name_taken: {
    category: "conflict",
    title: "A category of this name is there already",
  },
  cycle: {
    category: "invalid",
    title: "A category cannot be its own ancestor",
  },
  too_deep: {
    category: "invalid",
    title: `Categories nest at most ${CATEGORY_DEPTH_MAX} deep`,
  },
  too_many: {
    category: "over_limit",
    title: `A company has at most ${CATEGORIES_MAX} categories`,
  },
});
