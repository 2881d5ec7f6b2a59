import type { CsvMapping } from "../../../../src/imports/csv_mapping.ts";
import { csvMappingJson } from "../../routes/csv_mapping_schema.ts";
import { TextArea, TextField } from "../parts/field.tsx";
import { FormTrouble } from "../parts/form_trouble.tsx";
import { yamlText } from "../parts/yaml_text.ts";
import type { FormState } from "../shell/form_state.ts";
import { COLUMNS } from "./mapping_path.ts";

/** A mapping to begin with. */
const EXAMPLE = `date: Booked on
debit: Out
credit: In
description:
  - Details
  - Reference
currency: GBP
date_order: dmy
decimal: "."`;

/** The fields of a mapping of columns. */
export function ColumnsFields(
  { form, action, mapping, button }: {
    readonly form: FormState;
    readonly action: string;
    /** The one to begin with; null: a new one. */
    readonly mapping: CsvMapping | null;
    readonly button: string;
  },
) {
  return (
    <form method="post" action={action} class="card fields wide">
      <FormTrouble form={form} labels={{ name: "Name", columns: "Columns" }} />
      <TextField
        form={form}
        name="name"
        label="Name"
        hint="The same name again is its next number; what was imported by an earlier one stays."
        value={mapping?.name ?? ""}
        required
        maxlength={200}
      />
      <div class="settings">
        <TextArea
          form={form}
          name="columns"
          label="Columns"
          hint="YAML or JSON: date; amount, or debit and credit, or amount with direction; description, a list; counterparty, bank_id, account, currency_column, currency, date_order (dmy, mdy, ymd), decimal, spending_is_positive, attributes."
          value={mapping ? columnsText(mapping) : EXAMPLE}
          rows={16}
        />
      </div>
      <div class="buttons">
        <button type="submit" class="primary">{button}</button>
        <a class="button" href={COLUMNS}>Cancel</a>
      </div>
    </form>
  );
}

/** What it says, without what it leaves open. */
function columnsText(mapping: CsvMapping): string {
  const { id: _, name: _name, number: _number, created_at: _at, ...columns } =
    csvMappingJson(mapping);
  return yamlText(
    Object.fromEntries(
      Object.entries(columns).filter(([, value]) =>
        value !== null && value !== false &&
        (typeof value !== "object" || Object.keys(value).length > 0)
      ),
    ),
  );
}
