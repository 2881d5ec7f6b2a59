import { z } from "@hono/zod-openapi";
import type { Deps } from "../../../../ports/deps.ts";
import {
  type Category,
  categoryFailures,
} from "../../../../src/categories/category.ts";
import { changeCategory } from "../../../../src/categories/use_cases/change_category.ts";
import { listCategories } from "../../../../src/categories/use_cases/list_categories.ts";
import type { Failure } from "../../../../src/kernel/failure.ts";
import type { CategoryId } from "../../../../src/kernel/ids.ts";
import { fail, ok, type Result } from "../../../../src/kernel/result.ts";
import type { Scope } from "../../../../src/tenancy/scope.ts";
import { idText, name } from "../../fields.ts";
import { categoryChoices } from "../parts/category_choices.ts";
import { EditForm } from "../parts/edit_form.tsx";
import { SelectField, TextField } from "../parts/field.tsx";
import { FormTrouble } from "../parts/form_trouble.tsx";
import { action } from "../shell/action.ts";
import { editAction } from "../shell/edit_action.ts";
import { editState } from "../shell/edit_state.ts";
import type { FormValues } from "../shell/form_state.ts";
import { page } from "../shell/page.tsx";
import {
  CATEGORIES,
  categoryId,
  categoryPath,
  SETTINGS,
} from "./settings_path.ts";

const LABELS = { name: "Name", parent_id: "Below" };

/** One category: its name, its place, and whether records may still get it. */
export const categoryPage = page({
  path: "/settings/categories/{id}",
  action: "categories.write",
  id: categoryId,
  async show({ deps, scope, id, form }) {
    const found = await findCategory(deps, scope, id);
    if (!found.ok) return found;
    const { category, all } = found.value;
    const at = categoryPath(id);
    const isArchived = category.archivedAt !== null;
    const edit = editState(form, valuesOf(category), "category");
    return ok({
      title: category.name,
      lead: isArchived
        ? "It is archived: records that have it keep it, and no other gets it."
        : "Records keep it whatever it is called.",
      trail: [
        { href: SETTINGS, label: "Settings" },
        { href: CATEGORIES, label: "Categories" },
      ],
      tools: (
        <form method="post" action={`${at}/archive`}>
          <input
            type="hidden"
            name="to"
            value={isArchived ? "open" : "archived"}
          />
          <button type="submit" class={isArchived ? "" : "danger"}>
            {isArchived ? "Bring back" : "Archive"}
          </button>
        </form>
      ),
      body: (
        <>
          {edit.failure === null && <FormTrouble form={form} />}
          <EditForm
            form={edit}
            action={at}
            labels={LABELS}
            look="card fields"
            cancel={CATEGORIES}
          >
            <TextField
              form={edit}
              name="name"
              label={LABELS.name}
              required
              maxlength={200}
            />
            <SelectField
              form={edit}
              name="parent_id"
              label={LABELS.parent_id}
              none="Nothing: at the top"
              isLong
              choices={categoryChoices(
                all.filter((one) => one.id !== id),
                category.parentId,
              )}
            />
          </EditForm>
        </>
      ),
    });
  },
});

const common = {
  action: "categories.write",
  id: categoryId,
  page: categoryPage,
} as const;

/** Renames and moves it. */
export const changeAction = editAction({
  ...common,
  path: "/settings/categories/{id}",
  form: z.object({
    name: name(),
    parent_id: idText("cat", "a category").optional(),
  }),
  async standing({ deps, scope, id }) {
    const found = await findCategory(deps, scope, id);
    if (!found.ok) return found;
    const it = found.value.category;
    return ok({ it, version: it.version, values: valuesOf(it) });
  },
  async act({ deps, scope, id, form, version }) {
    const changed = await changeCategory(deps, scope, id, {
      change: { name: form.name, parentId: form.parent_id ?? null },
      seenVersion: version,
    });
    return changed.ok
      ? ok({ to: CATEGORIES, flash: { kind: "done", text: "Saved." } })
      : fail(changed.failure);
  },
});

/** Archives it, or brings it back. */
export const archiveAction = action({
  ...common,
  path: "/settings/categories/{id}/archive",
  form: z.object({ to: z.enum(["archived", "open"]) }),
  async act({ deps, scope, id, form }) {
    const archived = form.to === "archived";
    const changed = await changeCategory(deps, scope, id, {
      change: { archived },
      seenVersion: null,
    });
    return changed.ok
      ? ok({
        to: categoryPath(id),
        flash: {
          kind: "done",
          text: archived ? "It is archived." : "Records may get it again.",
        },
      })
      : fail(changed.failure);
  },
});

async function findCategory(
  deps: Pick<Deps, "uow">,
  scope: Scope,
  id: CategoryId,
): Promise<
  Result<
    { readonly category: Category; readonly all: readonly Category[] },
    Failure
  >
> {
  const all = await listCategories(deps, scope);
  if (!all.ok) return all;
  const category = all.value.find((one) => one.id === id);
  return category
    ? ok({ category, all: all.value })
    : fail(categoryFailures.missing({ category_id: id }));
}

function valuesOf({ name, parentId }: Category): FormValues {
  return { name, parent_id: parentId ?? "" };
}
