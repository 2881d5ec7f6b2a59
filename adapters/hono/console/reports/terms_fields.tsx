import type { Category } from "../../../../src/categories/category.ts";
import {
  REPORT_FORMATS,
  type ReportTerms,
} from "../../../../src/reports/report_demand.ts";
import { categoryChoices } from "../parts/category_choices.ts";
import { CheckGroup } from "../parts/check_group.tsx";
import { CheckField, SelectField, TextField } from "../parts/field.tsx";
import type { FormState } from "../shell/form_state.ts";
import { FORMAT_WORDS, GROUPING_WORDS, KIND_WORDS } from "./report_words.ts";

/** The fields that say which report. */
export function TermsFields(
  { form, terms, categories }: {
    readonly form: FormState;
    /** What stands in them; null: what is asked for most. */
    readonly terms: ReportTerms | null;
    readonly categories: readonly Category[];
  },
) {
  const filters = terms?.filters ?? {};
  return (
    <>
      <SelectField
        form={form}
        name="kind"
        label="Report"
        value={terms?.kind ?? "spend"}
        choices={Object.entries(KIND_WORDS)}
      />
      <SelectField
        form={form}
        name="grouping"
        label="Spend"
        hint="For a report of spend only."
        value={terms?.grouping ?? "category"}
        choices={Object.entries(GROUPING_WORDS)}
      />
      <CheckField
        form={form}
        name="compare"
        label="Compare with the period before"
        isChecked={terms === null || terms.compare !== null}
      />
      <details open={Object.keys(filters).length > 0 || form.failure !== null}>
        <summary>Only some records</summary>
        <div class="fields">
          <p class="quiet">For reports of spend and of exceptions.</p>
          <SelectField
            form={form}
            name="category_id"
            label="Category"
            none="Any"
            isLong
            value={filters.categoryId ?? ""}
            choices={categoryChoices(categories)}
          />
          <TextField
            form={form}
            name="counterparty"
            label="Counterparty"
            hint="As it stands in records."
            required={false}
            maxlength={500}
            value={filters.counterparty ?? ""}
          />
          <TextField
            form={form}
            name="currency"
            label="Currency"
            hint="Three letters, such as GBP."
            required={false}
            maxlength={3}
            value={filters.currency ?? ""}
          />
        </div>
      </details>
      <CheckGroup
        form={form}
        name="formats"
        legend="Formats"
        hint="Data is made always; others can be asked for later."
        chosen={terms?.formats ?? ["html", "xlsx"]}
        choices={REPORT_FORMATS.toReversed().map((one) => [
          one,
          FORMAT_WORDS[one],
        ])}
      />
    </>
  );
}
