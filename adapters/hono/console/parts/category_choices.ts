import type { Category } from "../../../../src/categories/category.ts";
import { ancestorsOf } from "../../../../src/categories/category_tree.ts";
import type { Choices } from "./field.tsx";

const BY_NAME = new Intl.Collator("en");

/** The categories that records may get, by name, each below its parents: `Travel / Rail`; and what is chosen already. */
export function categoryChoices(
  categories: readonly Category[],
  chosen: string | null = null,
): Choices {
  return categories
    .filter(({ id, archivedAt }) => archivedAt === null || id === chosen)
    .map((one) => {
      const path = [one, ...ancestorsOf(one, categories)]
        .map(({ name }) => name).reverse().join(" / ");
      const isOpen = one.archivedAt === null;
      return [one.id, isOpen ? path : `${path} (archived)`] as const;
    })
    .toSorted(([, a], [, b]) => BY_NAME.compare(a, b));
}
