import type { Deps } from "../../../ports/deps.ts";
import type { Failure } from "../../kernel/failure.ts";
import type { CategoryId } from "../../kernel/ids.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";
import { type Category, categoryFailures } from "../category.ts";
import { ancestorsOf, fitsTree } from "../category_tree.ts";
import type { CategoryRefused } from "./create_categories.ts";

export interface ChangeCategory {
  readonly name?: string;
  readonly parentId?: CategoryId | null;
  readonly archived?: boolean;
}

/**
 * Renames, moves, archives or brings back a category. Its id, and what was decided with it, stay.
 * A wrong `seenVersion` is refused; null takes whichever is there.
 */
export async function changeCategory(
  deps: Pick<Deps, "uow" | "clock">,
  scope: Scope,
  id: CategoryId,
  { change, seenVersion }: {
    readonly change: ChangeCategory;
    readonly seenVersion: number | null;
  },
): Promise<
  Result<
    Category,
    | AccessDenied
    | CategoryRefused
    | Failure<"category.missing" | "category.stale">
  >
> {
  const allowed = permit(scope, "categories.write");
  if (!allowed.ok) return allowed;
  const now = deps.clock.now();
  return deps.uow.run(allowed.value, async (tx) => {
    const categories = await tx.categories.all();
    const category = categories.find((category) => category.id === id);
    if (!category) return fail(categoryFailures.missing({ category_id: id }));
    const { version } = category;
    if (seenVersion !== null && seenVersion !== version) {
      return fail(categoryFailures.stale({ category_id: id, version }));
    }
    const { archived = category.archivedAt !== null } = change;
    const next: Category = {
      ...category,
      name: change.name ?? category.name,
      parentId: change.parentId === undefined
        ? category.parentId
        : change.parentId,
      archivedAt: archived ? category.archivedAt ?? now : null,
    };
    const fits = fitsTree(next, categories);
    if (!fits.ok) return fits;
    // A move writes the new ancestors too, so that two moves that would close a cycle race on a version.
    const moved = next.parentId !== category.parentId;
    const ancestors = moved ? ancestorsOf(next, categories) : [];
    await tx.categories.save([next, ...ancestors]);
    tx.events.append([{
      type: "CATEGORY_UPDATED",
      payload: { category_id: id, before: told(category), after: told(next) },
    }]);
    return ok({ ...next, version: version + 1 });
  });
}

function told({ name, parentId, archivedAt }: Category) {
  return { name, parent_id: parentId, archived: archivedAt !== null };
}
