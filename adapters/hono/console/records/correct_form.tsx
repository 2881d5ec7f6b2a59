import type { Category } from "../../../../src/categories/category.ts";
import type { CompanyRecord } from "../../../../src/records/record.ts";
import { categoryChoices } from "../parts/category_choices.ts";
import { SelectField, TextField } from "../parts/field.tsx";
import type { FormState } from "../shell/form_state.ts";
import { recordPath } from "./record_path.ts";

/** What a person may say of a record; the version tells whether it is still the one that they looked at. */
export function CorrectForm(
  { record, form, categories }: {
    readonly record: CompanyRecord;
    readonly form: FormState;
    readonly categories: readonly Category[];
  },
) {
  return (
    <section class="card">
      <h2>Correct it</h2>
      <form method="post" action={recordPath(record.id)} class="fields">
        <input type="hidden" name="version" value={String(record.version)} />
        <SelectField
          form={form}
          of="correct"
          name="category_id"
          label="Category"
          hint="The record is settled with it, and it teaches."
          none="Leave it as it is"
          isLong
          choices={categoryChoices(categories)}
        />
        <TextField
          form={form}
          of="correct"
          name="counterparty"
          label="Counterparty"
          required={false}
          maxlength={300}
        />
        <div class="buttons">
          <button type="submit" class="primary">Correct</button>
        </div>
      </form>
    </section>
  );
}
