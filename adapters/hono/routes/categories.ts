import { z } from "@hono/zod-openapi";
import { categoryFailures } from "../../../src/categories/category.ts";
import { changeCategory } from "../../../src/categories/use_cases/change_category.ts";
import { createCategories } from "../../../src/categories/use_cases/create_categories.ts";
import { listCategories } from "../../../src/categories/use_cases/list_categories.ts";
import { fail, ok } from "../../../src/kernel/result.ts";
import {
  pageById,
  pageJson,
  pageQuery,
  pageRequest,
  pageSchema,
} from "../paging.ts";
import { type Route, route } from "../route.ts";
import {
  categoryChangeSchema,
  categoryJson,
  categorySchema,
  newCategoriesSchema,
  newCategoryOf,
} from "./category_schema.ts";

const tag = "categories";
const missing = (id: string) => categoryFailures.missing({ category_id: id });
const refusals = [
  categoryFailures.missing(),
  categoryFailures.name_taken(),
  categoryFailures.cycle(),
  categoryFailures.too_deep(),
];

const create = route({
  method: "post",
  path: "/categories",
  tag,
  summary: "Create one category, or up to 500 at once",
  action: "categories.write",
  body: { schema: newCategoriesSchema, example: { name: "Travel" } },
  answer: {
    status: 201,
    description: "The category; of several, `{ data }` in the order given",
    schema: z.union([
      categorySchema,
      z.object({ data: z.array(categorySchema) }),
    ]),
  },
  refusals: [...refusals, categoryFailures.too_many()],
  async handle({ deps, scope, body }) {
    const many = "categories" in body;
    const given = many ? body.categories : [body];
    const added = await createCategories(deps, scope, given.map(newCategoryOf));
    if (!added.ok) return fail(added.failure);
    const data = added.value.map(categoryJson);
    return ok({ body: many ? { data } : data[0]! });
  },
});

const list = route({
  method: "get",
  path: "/categories",
  tag,
  summary: "List categories, oldest first",
  description: "Archived ones too.",
  action: "categories.read",
  query: z.strictObject(pageQuery("cat")),
  answer: {
    status: 200,
    description: "A page of categories",
    schema: pageSchema(categorySchema),
  },
  async handle({ deps, scope, query }) {
    const all = await listCategories(deps, scope);
    if (!all.ok) return all;
    const page = pageById(all.value, pageRequest(query));
    return ok({ body: pageJson(page, categoryJson) });
  },
});

const read = route({
  method: "get",
  path: "/categories/{id}",
  tag,
  summary: "Read a category",
  action: "categories.read",
  id: { prefix: "cat", missing },
  etag: true,
  answer: {
    status: 200,
    description: "The category",
    schema: categorySchema,
  },
  async handle({ deps, scope, id }) {
    const all = await listCategories(deps, scope);
    if (!all.ok) return fail(all.failure);
    const found = all.value.find((category) => category.id === id);
    return found
      ? ok({ body: categoryJson(found), version: found.version })
      : fail(missing(id));
  },
});

const change = route({
  method: "patch",
  path: "/categories/{id}",
  tag,
  summary: "Rename, move, archive or bring back a category",
  description: "Its id, and what was decided with it, stay.",
  action: "categories.write",
  id: { prefix: "cat", missing },
  ifMatch: true,
  etag: true,
  body: { schema: categoryChangeSchema, example: { archived: true } },
  answer: {
    status: 200,
    description: "The category as changed",
    schema: categorySchema,
  },
  refusals: [...refusals, categoryFailures.stale()],
  async handle({ deps, scope, id, body, seenVersion }) {
    const { name, parent_id, archived } = body;
    const changed = await changeCategory(deps, scope, id, {
      change: {
        ...name !== undefined && { name },
        ...parent_id !== undefined && { parentId: parent_id },
        ...archived !== undefined && { archived },
      },
      seenVersion,
    });
    if (!changed.ok) return fail(changed.failure);
    const { version } = changed.value;
    return ok({ body: categoryJson(changed.value), version });
  },
});

export const categoryRoutes: readonly Route[] = [create, list, read, change];
