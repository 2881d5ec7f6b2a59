import { TextField } from "../../parts/field.tsx";
import type { FormState } from "../../shell/form_state.ts";

/** What can be done with what was written. */
export function EditorButtons(
  { form, isText, isNew, mustTest, cancel }: {
    readonly form: FormState;
    readonly isText: boolean;
    readonly isNew: boolean;
    readonly mustTest: boolean;
    readonly cancel: string;
  },
) {
  return (
    <section class="card" aria-label="Save or try">
      <div class="editor-options">
        {isNew && (
          <TextField
            form={form}
            name="position"
            label="Place in the order"
            hint="1 is tried first; blank is last."
            required={false}
            type="number"
          />
        )}
        <TextField
          form={form}
          name="test_from"
          label="Back-test on records from"
          hint="Blank is all there are."
          required={false}
          type="date"
        />
        <TextField
          form={form}
          name="sample"
          label="Per cent of them"
          hint="Of a part nothing can be applied."
          required={false}
          type="number"
        />
      </div>
      {mustTest && (
        <p class="quiet">
          Your company wants every change of its rules back-tested first: it is
          put in force from there.
        </p>
      )}
      <div class="buttons">
        <button
          type="submit"
          name="do"
          value="backtest"
          class={mustTest ? "primary" : ""}
        >
          Back-test
        </button>
        {!mustTest && (
          <button type="submit" name="do" value="save" class="primary">
            {isNew ? "Create rule" : "Save"}
          </button>
        )}
        <button
          type="submit"
          name="do"
          value={isText ? "as-form" : "as-text"}
          formnovalidate
        >
          {isText ? "Edit as form" : "Edit as text"}
        </button>
        <a class="button" href={cancel}>Cancel</a>
      </div>
    </section>
  );
}
