import {
  FILTERS_OF,
  REPORT_FORMATS,
  type ReportFilters,
  type ReportKind,
  type ReportTerms,
} from "../../../../src/reports/report_demand.ts";
import { FILTER_NAMES } from "../../../../src/reports/filter_names.ts";
import { CheckGroup } from "../parts/check_group.tsx";
import {
  CheckField,
  type Choices,
  SelectField,
  TextField,
} from "../parts/field.tsx";
import { type FormState, textOf } from "../shell/form_state.ts";
import {
  FILTER_WORDS,
  FORMAT_WORDS,
  GROUPING_WORDS,
  WRITTEN_FILTERS,
} from "./report_words.ts";
import type { TermsChoices } from "./terms_choices.ts";

/** The fields that say what a report of a kind is of: those that the kind has. */
export function TermsFields(
  { form, kind, terms, choices }: {
    readonly form: FormState;
    readonly kind: ReportKind;
    /** What stands in them; null: what is asked for most. */
    readonly terms: ReportTerms | null;
    readonly choices: TermsChoices;
  },
) {
  const filters = terms?.kind === kind ? terms.filters : {};
  const isNarrowed = Object.keys(filters).length > 0 ||
    FILTERS_OF[kind].some((name) => textOf(form, FILTER_NAMES[name]) !== "");
  return (
    <>
      <input type="hidden" name="kind" value={kind} />
      {kind === "spend" && (
        <SelectField
          form={form}
          name="grouping"
          label="Added up"
          value={terms?.grouping ?? "category"}
          choices={Object.entries(GROUPING_WORDS)}
        />
      )}
      <CheckField
        form={form}
        name="compare"
        label="Compare with the period before"
        isChecked={terms === null || terms.compare !== null}
      />
      <details open={isNarrowed || form.failure !== null}>
        <summary>Only some of it</summary>
        <div class="fields">
          {FILTERS_OF[kind].map((name) => (
            <FilterField
              form={form}
              name={name}
              value={filters[name] ?? ""}
              choices={choices.get(name)}
            />
          ))}
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

function FilterField(
  { form, name, value, choices }: {
    readonly form: FormState;
    readonly name: keyof ReportFilters;
    readonly value: string;
    readonly choices: Choices | undefined;
  },
) {
  const field = {
    form,
    name: FILTER_NAMES[name],
    label: FILTER_WORDS[name],
    value,
  };
  if (choices === undefined) {
    return <TextField {...field} {...WRITTEN_FILTERS[name]} required={false} />;
  }
  // One that was chosen stays so, though it is not among them any more.
  const isListed = value === "" || choices.some(([one]) => one === value);
  return (
    <SelectField
      {...field}
      none="Any"
      isLong={name === "categoryId" || name === "ruleId"}
      choices={isListed ? choices : [...choices, [value, value]]}
    />
  );
}
