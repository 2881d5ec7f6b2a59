import type { Deps } from "../../../ports/deps.ts";
import type { Failure } from "../../kernel/failure.ts";
import type { CategoryId } from "../../kernel/ids.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";
import {
  CATEGORIES_MAX,
  type Category,
  categoryFailures,
} from "../category.ts";
import { fitsTree } from "../category_tree.ts";

export interface NewCategory {
  readonly name: string;
  readonly parentId: CategoryId | null;
}

export type CategoryRefused = Failure<
  | "category.unknown_parent"
  | "category.cycle"
  | "category.too_deep"
  | "category.name_taken"
  | "category.too_many"
>;

/** Adds categories, all or none. */
export async function createCategories(
  deps: Pick<Deps, "uow" | "clock" | "ids">,
  scope: Scope,
  given: readonly NewCategory[],
): Promise<Result<readonly Category[], AccessDenied | CategoryRefused>> {
  const allowed = permit(scope, "categories.write");
  if (!allowed.ok) return allowed;
  const createdAt = deps.clock.now();
  const added = given.map((category): Category => ({
    ...category,
    id: deps.ids.next("cat"),
    version: 1,
    archivedAt: null,
    createdAt,
  }));
  return deps.uow.run(allowed.value, async (tx) => {
    const categories = [...await tx.categories.all()];
    for (const category of added) {
      const fits = fitsTree(category, categories);
      if (!fits.ok) return fits;
      categories.push(category);
    }
    if (categories.length > CATEGORIES_MAX) {
      return fail(categoryFailures.too_many());
    }
    await tx.categories.add(added);
    tx.events.append(added.map(({ id, name }) => ({
      type: "CATEGORY_CREATED",
      payload: { category_id: id, name },
    })));
    return ok(added);
  });
}
