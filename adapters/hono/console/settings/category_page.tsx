import { z } from "@hono/zod-openapi";
import { categoryFailures } from "../../../../src/categories/category.ts";
import { changeCategory } from "../../../../src/categories/use_cases/change_category.ts";
import { listCategories } from "../../../../src/categories/use_cases/list_categories.ts";
import { fail, ok } from "../../../../src/kernel/result.ts";
import { idText, integerText, name } from "../../fields.ts";
import { categoryChoices } from "../parts/category_choices.ts";
import { FormTrouble, SelectField, TextField } from "../parts/field.tsx";
import { action } from "../shell/action.ts";
import { page } from "../shell/page.tsx";
import {
  CATEGORIES,
  categoryId,
  categoryPath,
  SETTINGS,
} from "./settings_path.ts";

/** One category: its name, its place, and whether records may still get it. */
export const categoryPage = page({
  path: "/settings/categories/{id}",
  action: "categories.write",
  id: categoryId,
  async show({ deps, scope, id, form }) {
    const all = await listCategories(deps, scope);
    if (!all.ok) return all;
    const category = all.value.find((one) => one.id === id);
    if (!category) return fail(categoryFailures.missing({ category_id: id }));
    const { version, parentId, archivedAt } = category;
    const at = categoryPath(id);
    const isArchived = archivedAt !== null;
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
        <form method="post" action={at} class="card fields">
          <FormTrouble
            form={form}
            labels={{ name: "Name", parent_id: "Below" }}
          />
          <input type="hidden" name="seen" value={String(version)} />
          <TextField
            form={form}
            name="name"
            label="Name"
            value={category.name}
            required
            maxlength={200}
          />
          <SelectField
            form={form}
            name="parent_id"
            label="Below"
            none="Nothing: at the top"
            isLong
            value={parentId ?? ""}
            choices={categoryChoices(
              all.value.filter((one) => one.id !== id),
            )}
          />
          <div class="buttons">
            <button type="submit" class="primary">Save</button>
            <a class="button" href={CATEGORIES}>Cancel</a>
          </div>
        </form>
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
export const changeAction = action({
  ...common,
  path: "/settings/categories/{id}",
  form: z.object({
    seen: integerText({ min: 1, max: Number.MAX_SAFE_INTEGER }),
    name: name(),
    parent_id: idText("cat", "a category").optional(),
  }),
  async act({ deps, scope, id, form }) {
    const changed = await changeCategory(deps, scope, id, {
      change: { name: form.name, parentId: form.parent_id ?? null },
      seenVersion: form.seen,
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
