import type { Choices } from "../../parts/field.tsx";
import {
  CheckField,
  SelectField,
  TextArea,
  TextField,
} from "../../parts/field.tsx";
import type { FormState } from "../../shell/form_state.ts";
import { textOf } from "../../shell/form_state.ts";
import { DaysField } from "./days_field.tsx";
import type { Row } from "./row.ts";
import { KIND_LABELS, ROW_OPS } from "./row_kinds.ts";

/** One condition of the editor. The script hides what the chosen operator does not take; without it all is there. */
export function RowFields(
  { form, row, number, connections }: {
    readonly form: FormState;
    readonly row: Row;
    /** As it is called on the page, from 1. */
    readonly number: number;
    /** Those that there are, by name. */
    readonly connections: Choices;
  },
) {
  const { key, kind } = row;
  const isNew = textOf(form, "focus") === `row-${key}`;
  const isText = kind === "other";
  return (
    <fieldset
      class={`row row-${kind}`}
      data-row
      {...isNew && { tabindex: -1, autofocus: true }}
    >
      <legend>
        <span class="unseen">{`Condition ${number}: `}</span>
        {KIND_LABELS[kind]}
      </legend>
      <input type="hidden" name={`kind-${key}`} value={kind} />
      <div class="row-fields">
        {kind === "attribute" && (
          <TextField
            form={form}
            name={`name-${key}`}
            label="Name"
            maxlength={200}
          />
        )}
        {isText
          ? (
            <TextArea
              form={form}
              name={`value-${key}`}
              label="Condition as YAML or JSON"
              rows={Math.min(12, row.value.split("\n").length + 1)}
            />
          )
          : (
            <>
              {ROW_OPS[kind].length > 1
                ? (
                  <SelectField
                    form={form}
                    name={`op-${key}`}
                    label="How"
                    choices={ROW_OPS[kind]}
                  />
                )
                : (
                  <input
                    type="hidden"
                    name={`op-${key}`}
                    value={ROW_OPS[kind][0]![0]}
                  />
                )}
              <Values form={form} row={row} connections={connections} />
            </>
          )}
      </div>
      <div class="row-end">
        {!isText && (
          <CheckField
            form={form}
            name={`not-${key}`}
            label="Not: holds where this does not"
            isChecked={row.not}
          />
        )}
        <button
          type="submit"
          name="do"
          value={`remove-row-${key}`}
          class="plain"
          formnovalidate
        >
          Remove<span class="unseen">{` condition ${number}`}</span>
        </button>
      </div>
    </fieldset>
  );
}

function Values(
  { form, row, connections }: {
    readonly form: FormState;
    readonly row: Row;
    readonly connections: Choices;
  },
) {
  const { key, kind } = row;
  const value = { form, name: `value-${key}` };
  const to = { form, name: `to-${key}` };
  switch (kind) {
    case "direction":
      return null;
    case "weekday":
      return <DaysField form={form} name={`days-${key}`} chosen={row.days} />;
    case "day_of_month":
      return (
        <TextField
          {...value}
          label="Days"
          hint="Numbers from 1 to 31, a comma between them"
        />
      );
    case "connection":
      return (
        <div data-for="value">
          <SelectField {...value} label="Connection" choices={connections} />
        </div>
      );
    case "date":
      return (
        <>
          <div data-for="value">
            <TextField {...value} label="Day" type="date" />
          </div>
          <div data-for="to">
            <TextField
              {...to}
              label="Before the day"
              hint={ONLY_BETWEEN}
              type="date"
            />
          </div>
        </>
      );
    case "amount":
    case "magnitude":
      return (
        <>
          <div data-for="value">
            <TextField {...value} label="Amount" />
          </div>
          <div data-for="to">
            <TextField {...to} label="And" hint={ONLY_BETWEEN} />
          </div>
          <div data-for="value" class="short">
            <TextField
              form={form}
              name={`currency-${key}`}
              label="Currency"
              maxlength={3}
            />
          </div>
        </>
      );
    case "attribute":
      return (
        <>
          <div data-for="value" class="wide">
            <TextArea {...value} label="Value" rows={1} />
          </div>
          <div data-for="to">
            <TextField {...to} label="And" hint={ONLY_BETWEEN} />
          </div>
        </>
      );
    default:
      return (
        <div data-for="value" class="wide">
          <TextArea {...value} label="Text" rows={1} />
        </div>
      );
  }
}

const ONLY_BETWEEN = "Only where two are asked for";
