import type { Category } from "../../../../src/categories/category.ts";
import { categoryChoices } from "../parts/category_choices.ts";
import { CheckGroup } from "../parts/check_group.tsx";
import { SelectField } from "../parts/field.tsx";
import { type FormState, textsOf } from "../shell/form_state.ts";

/** As many are ticked one beside the other; of more only those chosen are, and others are looked for. */
const TICKED_MAX = 40;

/** Any of the categories, those archived only where they are chosen already. */
export function CategoryField(
  { form, categories }: {
    readonly form: FormState;
    readonly categories: readonly Category[];
  },
) {
  const chosen = new Set(textsOf(form, "category_ids"));
  const open = categoryChoices(categories);
  const archived = categories
    .filter(({ id, archivedAt }) => archivedAt !== null && chosen.has(id))
    .map(({ id, name }) => [id, `${name} (archived)`] as const);
  const isFew = open.length <= TICKED_MAX;
  return (
    <>
      <CheckGroup
        form={form}
        name="category_ids"
        legend="Suggested category"
        hint={isFew
          ? "One of these. None ticked: whatever is suggested, or nothing."
          : "One of these. None here: whatever is suggested, or nothing."}
        choices={[
          ...open.filter(([id]) => isFew || chosen.has(id)),
          ...archived,
        ]}
        chosen={[]}
      />
      {!isFew && (
        <div class="find">
          <SelectField
            form={form}
            name="category_id"
            label="One more category"
            none="None"
            isLong
            choices={open.filter(([id]) => !chosen.has(id))}
          />
          <button type="submit" name="do" value="add" formnovalidate>
            Add
          </button>
        </div>
      )}
    </>
  );
}
