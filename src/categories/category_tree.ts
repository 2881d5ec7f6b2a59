import type { Failure } from "../kernel/failure.ts";
import type { CategoryId } from "../kernel/ids.ts";
import { fail, ok, type Result } from "../kernel/result.ts";
import {
  type Category,
  CATEGORY_DEPTH_MAX,
  categoryFailures,
} from "./category.ts";

/** The ids of the categories that records may get: those not archived. */
export function openCategories(
  categories: readonly Category[],
): ReadonlySet<CategoryId> {
  return new Set(
    categories.filter((category) => category.archivedAt === null)
      .map((category) => category.id),
  );
}

/**
 * Whether `category` may stand among `others`: its parent is there, no cycle, not too deep,
 * and no other open category has its name (case aside).
 */
export function fitsTree(
  category: Category,
  others: readonly Category[],
): Result<
  Category,
  Failure<
    | "category.unknown_parent"
    | "category.cycle"
    | "category.too_deep"
    | "category.name_taken"
  >
> {
  const byId = new Map(others.map((other) => [other.id, other]));
  byId.set(category.id, category);
  const name = category.name.toLowerCase();
  const taken = others.some((other) =>
    other.id !== category.id && other.archivedAt === null &&
    other.name.toLowerCase() === name
  );
  if (taken && category.archivedAt === null) {
    return fail(categoryFailures.name_taken({ name: category.name }));
  }
  let above = 0;
  for (let id = category.parentId; id !== null;) {
    if (id === category.id) {
      return fail(categoryFailures.cycle({}, [{
        pointer: "/parent_id",
        detail: "is the category itself or one below it",
      }]));
    }
    const parent = byId.get(id);
    if (!parent) {
      return fail(categoryFailures.unknown_parent({}, [{
        pointer: "/parent_id",
        detail: "is not a category of yours",
      }]));
    }
    if (++above >= CATEGORY_DEPTH_MAX) return fail(categoryFailures.too_deep());
    id = parent.parentId;
  }
  // Not before: in a cycle the height has no end, and too deep would be the wrong answer.
  if (above + heightOf(category.id, [...byId.values()]) > CATEGORY_DEPTH_MAX) {
    return fail(categoryFailures.too_deep());
  }
  return ok(category);
}

/** The parent of `category`, its parent, and so on. For a tree that `fitsTree` accepted. */
export function ancestorsOf(
  category: Category,
  others: readonly Category[],
): readonly Category[] {
  const parent = others.find((other) => other.id === category.parentId);
  return parent ? [parent, ...ancestorsOf(parent, others)] : [];
}

/** How many levels the tree below and with `id` has. Safe on a cycle. */
function heightOf(id: CategoryId, all: readonly Category[]): number {
  let level: CategoryId[] = [id];
  let height = 0;
  while (level.length > 0 && height <= CATEGORY_DEPTH_MAX) {
    height++;
    const parents = new Set(level);
    level = all.filter((child) =>
      child.parentId !== null && parents.has(child.parentId)
    ).map((child) => child.id);
  }
  return height;
}
