import type { Category } from "../../../../src/categories/category.ts";
import { ancestorsOf } from "../../../../src/categories/category_tree.ts";
import type { Choices } from "./field.tsx";

const BY_NAME = new Intl.Collator("en");

/** The categories that records may get, by name, each below its parents: `Travel / Rail`. */
export function categoryChoices(categories: readonly Category[]): Choices {
  return categories.filter(({ archivedAt }) => archivedAt === null)
    .map((one) =>
      [
        one.id,
        [one, ...ancestorsOf(one, categories)].map(({ name }) => name).reverse()
          .join(" / "),
      ] as const
    )
    .toSorted(([, a], [, b]) => BY_NAME.compare(a, b));
}
