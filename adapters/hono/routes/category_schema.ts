import { z } from "@hono/zod-openapi";
import type { Category } from "../../../src/categories/category.ts";
import type { NewCategory } from "../../../src/categories/use_cases/create_categories.ts";
import { idText, name } from "../fields.ts";
import { told } from "../json_schema.ts";
import type { Told } from "../route.ts";

export const categorySchema = z.object({
  id: z.string(),
  version: z.number().int(),
  name: z.string(),
  parent_id: z.string().nullable(),
  archived_at: told.nullable(),
  created_at: told,
}).openapi("Category");

export function categoryJson(
  { id, version, name, parentId, archivedAt, createdAt }: Category,
): Told<z.input<typeof categorySchema>> {
  return {
    id,
    version,
    name,
    parent_id: parentId,
    archived_at: archivedAt,
    created_at: createdAt,
  };
}

const parentId = idText("cat", "a category").nullable().optional();

const newCategory = z.strictObject({
  name: name().openapi({ example: "Travel" }),
  parent_id: parentId,
}).openapi("NewCategory");

/** One category, or several at once. */
export const newCategoriesSchema = z.union([
  newCategory,
  z.strictObject({ categories: z.array(newCategory).min(1).max(500) }),
]).openapi("NewCategories");

export function newCategoryOf(
  { name, parent_id }: z.output<typeof newCategory>,
): NewCategory {
  return { name, parentId: parent_id ?? null };
}

/** The body of `PATCH /categories/{id}`. */
export const categoryChangeSchema = z.strictObject({
  name: name().optional(),
  parent_id: parentId,
  archived: z.boolean().optional(),
}).refine((given) => Object.keys(given).length > 0, {
  error: "changes nothing",
}).openapi("CategoryChange", { minProperties: 1 });
