import type { Category } from "../../../../../src/categories/category.ts";
import { categoryChoices } from "../../parts/category_choices.ts";
import {
  CheckField,
  type Choices,
  SelectField,
  TextArea,
  TextField,
} from "../../parts/field.tsx";
import { FormTrouble } from "../../parts/form_trouble.tsx";
import { type FormState, textOf } from "../../shell/form_state.ts";
import { Once } from "../../shell/once.tsx";
import { EditorButtons } from "./editor_buttons.tsx";
import { rowsIn } from "./row.ts";
import { KIND_LABELS, ROW_KINDS } from "./row_kinds.ts";
import { RowFields } from "./row_fields.tsx";
import { ThenFields } from "./then_fields.tsx";

/** What the editor is given besides the rule. */
export interface EditorOptions {
  /** All of the rule is in it, also where nothing was sent yet. */
  readonly form: FormState;
  readonly target: string;
  /** The version of the rule that its writer saw; null of a new one. */
  readonly seen: number | null;
  readonly categories: readonly Category[];
  readonly connections: Choices;
  /** Whether the company wants every change back-tested first. */
  readonly mustTest: boolean;
  readonly cancel: string;
}

/** A rule as a form, or as text. Every button sends the whole form, so that nothing that was written is lost. */
export function EditorForm(options: EditorOptions) {
  const { form, target, seen, mustTest, cancel } = options;
  const isText = textOf(form, "as") === "text";
  return (
    <form class="editor" method="post" action={target} data-editor>
      {/* What Enter in a field presses: the first button of a form, and no removing one. */}
      <button
        type="submit"
        name="do"
        value={mustTest ? "backtest" : "save"}
        class="unseen"
        tabindex={-1}
        aria-hidden="true"
      >
        Go on
      </button>
      <FormTrouble form={form} labels={labelsOf(form)} />
      <input type="hidden" name="as" value={isText ? "text" : "form"} />
      {seen === null
        ? <Once form={form} />
        : <input type="hidden" name="seen" value={String(seen)} />}
      {isText ? <AsText form={form} /> : <AsForm {...options} />}
      <EditorButtons
        form={form}
        isText={isText}
        isNew={seen === null}
        mustTest={mustTest}
        cancel={cancel}
      />
    </form>
  );
}

function AsText({ form }: { readonly form: FormState }) {
  return (
    <section class="card">
      <TextArea
        form={form}
        name="text"
        label="The rule as YAML or JSON"
        hint="As a file of rules has it: the category by its name."
        rows={22}
      />
    </section>
  );
}

function AsForm({ form, categories, connections }: EditorOptions) {
  const rows = rowsIn(form.values);
  return (
    <>
      <div class="card">
        <div class="fields">
          <TextField
            form={form}
            name="name"
            label="Name"
            required
            maxlength={200}
          />
        </div>
      </div>
      <section class="card" aria-labelledby="when-title">
        <h2 id="when-title">When</h2>
        <input
          type="hidden"
          name="rows"
          value={rows.map(({ key }) => key).join(" ")}
        />
        <div class="fields">
          <SelectField
            form={form}
            name="join"
            label="A record meets the rule where"
            choices={[
              ["all", "all of the conditions hold"],
              ["any", "any of the conditions holds"],
            ]}
          />
        </div>
        {rows.map((row, i) => (
          <RowFields
            form={form}
            row={row}
            number={i + 1}
            connections={connections}
          />
        ))}
        <div class="add">
          <SelectField
            form={form}
            name="add"
            label="Another condition about"
            choices={ROW_KINDS.map((kind) => [kind, KIND_LABELS[kind]])}
          />
          <button type="submit" name="do" value="add-row" formnovalidate>
            Add condition
          </button>
        </div>
      </section>
      <ThenFields
        form={form}
        choices={categoryChoices(categories, textOf(form, "category_id"))}
      />
      <section class="card" aria-labelledby="order-title">
        <h2 id="order-title">Among the other rules</h2>
        <div class="fields">
          <CheckField
            form={form}
            name="enabled"
            label="Switched on"
            isChecked
          />
          <CheckField
            form={form}
            name="continue"
            label="Go on to later rules after a match"
            hint="Later rules never change a field that this one set."
            isChecked={false}
          />
        </div>
      </section>
    </>
  );
}

const NAMES: Readonly<Record<string, string>> = {
  value: "Value",
  to: "End",
  op: "How",
  name: "Attribute",
  currency: "Currency",
  days: "Days",
};

function labelsOf(form: FormState): Readonly<Record<string, string>> {
  const rows = rowsIn(form.values).flatMap(({ key }, i) =>
    Object.entries(NAMES).map(([name, label]) =>
      [`${name}-${key}`, `Condition ${i + 1}: ${label}`] as const
    )
  );
  const sets = [...form.flaws.keys()].filter((name) => name.startsWith("set-"))
    .map((name) =>
      [name, name.startsWith("set-name") ? "Attribute" : "Value"] as const
    );
  return {
    name: "Name",
    text: "The text",
    add: "A condition",
    category_id: "The category becomes",
    counterparty: "Counterparty",
    position: "Place",
    test_from: "First day",
    sample: "Part of the records",
    ...Object.fromEntries([...rows, ...sets]),
  };
}
