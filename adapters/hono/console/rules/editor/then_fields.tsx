import {
  CheckField,
  type Choices,
  SelectField,
  TextField,
} from "../../parts/field.tsx";
import { type FormState, textOf } from "../../shell/form_state.ts";
import { setsIn } from "./row.ts";

/** What the rule sets on a record that meets it. */
export function ThenFields(
  { form, choices }: {
    readonly form: FormState;
    /** Categories, by id. */
    readonly choices: Choices;
  },
) {
  const sets = setsIn(form.values);
  return (
    <section class="card" aria-labelledby="then-title">
      <h2 id="then-title">Then</h2>
      <input
        type="hidden"
        name="sets"
        value={sets.map(({ key }) => key).join(" ")}
      />
      <div class="fields">
        <SelectField
          form={form}
          name="category_id"
          label="The category becomes"
          none="Not set by this rule"
          choices={choices}
          isLong
        />
        <TextField
          form={form}
          name="counterparty"
          label="The counterparty becomes"
          required={false}
          maxlength={500}
        />
        <CheckField
          form={form}
          name="review"
          label="A person is asked"
          hint="The category, if one is set, is what the person is shown first."
          isChecked={false}
        />
      </div>
      {sets.map(({ key }, i) => (
        <fieldset
          class="row"
          {...textOf(form, "focus") === `set-${key}` &&
            { tabindex: -1, autofocus: true }}
        >
          <legend>{`Attribute ${i + 1}`}</legend>
          <div class="row-fields">
            <TextField
              form={form}
              name={`set-name-${key}`}
              label="Name"
              maxlength={200}
            />
            <div class="wide">
              <TextField
                form={form}
                name={`set-value-${key}`}
                label="Becomes"
                maxlength={500}
              />
            </div>
          </div>
          <div class="row-end">
            <span></span>
            <button
              type="submit"
              name="do"
              value={`remove-set-${key}`}
              class="plain"
              formnovalidate
            >
              Remove<span class="unseen">{` attribute ${i + 1}`}</span>
            </button>
          </div>
        </fieldset>
      ))}
      <div class="add">
        <button type="submit" name="do" value="add-set" formnovalidate>
          Set an attribute
        </button>
      </div>
    </section>
  );
}
