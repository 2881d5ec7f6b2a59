import { z } from "@hono/zod-openapi";
import type { Category } from "../../../../src/categories/category.ts";
import { ancestorsOf } from "../../../../src/categories/category_tree.ts";
import { createCategories } from "../../../../src/categories/use_cases/create_categories.ts";
import { listCategories } from "../../../../src/categories/use_cases/list_categories.ts";
import { fail, ok } from "../../../../src/kernel/result.ts";
import { idText, name } from "../../fields.ts";
import { Card } from "../parts/card.tsx";
import { categoryChoices } from "../parts/category_choices.ts";
import { DataTable } from "../parts/data_table.tsx";
import { Empty } from "../parts/empty.tsx";
import { SelectField, TextField } from "../parts/field.tsx";
import { FormTrouble } from "../parts/form_trouble.tsx";
import { Day } from "../parts/figures.tsx";
import { action } from "../shell/action.ts";
import { Once } from "../shell/once.tsx";
import { page } from "../shell/page.tsx";
import { CATEGORIES, categoryPath, SETTINGS } from "./settings_path.ts";
import { SettingsTabs } from "./settings_tabs.tsx";

const BY_NAME = new Intl.Collator("en");

/** What records are sorted into. */
export const categoriesPage = page({
  path: "/settings/categories",
  action: "categories.read",
  async show({ deps, scope, frame, form }) {
    const all = await listCategories(deps, scope);
    if (!all.ok) return all;
    const rows = all.value
      .map((one) => ({
        category: one,
        path: [one, ...ancestorsOf(one, all.value)].map(({ name }) => name)
          .reverse().join(" / "),
      }))
      .toSorted((a, b) => BY_NAME.compare(a.path, b.path));
    const open = rows.filter(({ category }) => category.archivedAt === null);
    const archived = rows.filter((one) => !open.includes(one));
    const isWriter = frame.may("categories.write");
    return ok({
      title: "Categories",
      lead: "What your company’s records are sorted into.",
      trail: [{ href: SETTINGS, label: "Settings" }],
      body: (
        <>
          <SettingsTabs frame={frame} at={CATEGORIES} />
          {isWriter && (
            <Card title="New category">
              <FormTrouble
                form={form}
                labels={{ name: "Name", parent_id: "Below" }}
              />
              <form method="post" action={CATEGORIES} class="find">
                <Once form={form} />
                <TextField
                  form={form}
                  name="name"
                  label="Name"
                  required
                  maxlength={200}
                />
                <SelectField
                  form={form}
                  name="parent_id"
                  label="Below"
                  none="Nothing: at the top"
                  isLong
                  choices={categoryChoices(all.value)}
                />
                <button type="submit" class="primary">Add</button>
              </form>
            </Card>
          )}
          {open.length === 0
            ? (
              <Empty title="No categories yet">
                <p>Nothing can be sorted before there are some.</p>
              </Empty>
            )
            : <Table caption="By name" rows={open} isWriter={isWriter} />}
          {archived.length > 0 && (
            <details>
              <summary>Archived ({archived.length})</summary>
              <Table caption="Archived" rows={archived} isWriter={isWriter} />
            </details>
          )}
        </>
      ),
    });
  },
});

interface Row {
  readonly category: Category;
  readonly path: string;
}

function Table(
  { caption, rows, isWriter }: {
    readonly caption: string;
    readonly rows: readonly Row[];
    readonly isWriter: boolean;
  },
) {
  return (
    <DataTable<Row>
      caption={caption}
      columns={[
        {
          label: "Category",
          isTitle: true,
          cell: ({ category, path }) =>
            isWriter ? <a href={categoryPath(category.id)}>{path}</a> : path,
        },
        { label: "Since", cell: (one) => <Day at={one.category.createdAt} /> },
      ]}
      rows={rows}
    />
  );
}

/** Adds a category. */
export const createAction = action({
  path: "/settings/categories",
  action: "categories.write",
  form: z.object({
    name: name(),
    parent_id: idText("cat", "a category").optional(),
  }),
  page: categoriesPage,
  async act({ once, scope, form }) {
    const added = await createCategories(once, scope, [{
      name: form.name,
      parentId: form.parent_id ?? null,
    }]);
    return added.ok
      ? ok({
        to: CATEGORIES,
        flash: { kind: "done", text: `“${form.name}” was added.` },
      })
      : fail(added.failure);
  },
});
