import type { Child } from "hono/jsx";
import { type FormState, textOf } from "../shell/form_state.ts";
import { Theirs } from "./theirs.tsx";

/** What every field has. */
interface FieldOptions {
  readonly form: FormState;
  /** As the form's schema names it. */
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly required?: boolean;
  /** What stands in it where nothing was sent. */
  readonly value?: string;
  /** Tells ids apart where two forms of a page have a field of one name. */
  readonly of?: string;
}

/** A line of text; `type` as of an `input`. `offers` can be taken instead of writing, and are no limit. */
export function TextField(
  { type = "text", autocomplete = "off", maxlength, offers, ...field }:
    & FieldOptions
    & {
      readonly type?:
        | "text"
        | "search"
        | "number"
        | "date"
        | "email"
        | "url"
        | "password";
      readonly autocomplete?: string;
      readonly maxlength?: number;
      readonly offers?: Choices;
    },
) {
  const list = `${idOf(field)}-offers`;
  return (
    <Around {...field}>
      <input
        type={type}
        {...controlOf(field)}
        value={valueOf(field)}
        autocomplete={autocomplete}
        {...maxlength !== undefined && { maxlength }}
        {...offers && { list }}
      />
      {offers && (
        <datalist id={list}>
          {offers.map(([value, label]) => (
            <option value={value} label={label} />
          ))}
        </datalist>
      )}
    </Around>
  );
}

/** Lines of text. */
export function TextArea(
  { rows = 4, ...field }: FieldOptions & { readonly rows?: number },
) {
  return (
    <Around {...field}>
      <textarea {...controlOf(field)} rows={rows}>{valueOf(field)}</textarea>
    </Around>
  );
}

/** What can be chosen, by what is sent for it. */
export type Choices = readonly (readonly [value: string, label: string])[];

/** One of several; `none` is what stands for no choice. `isLong`: the script makes it one that can be searched. */
export function SelectField(
  { choices, none, isLong = false, keyHint, ...field }: FieldOptions & {
    readonly choices: Choices;
    readonly none?: string;
    readonly isLong?: boolean;
    /** The single key that leads to it. */
    readonly keyHint?: string;
  },
) {
  const chosen = valueOf(field);
  const labels = new Map(choices);
  return (
    <Around
      {...field}
      keyHint={keyHint}
      words={(value) => labels.get(value) ?? value}
    >
      <select
        {...controlOf(field)}
        {...isLong && { "data-search": "" }}
        {...keyHint !== undefined &&
          { "data-key": keyHint, "aria-keyshortcuts": keyHint }}
      >
        {none !== undefined && (
          <option value="" selected={chosen === ""}>{none}</option>
        )}
        {choices.map(([value, label]) => (
          <option value={value} selected={value === chosen}>{label}</option>
        ))}
      </select>
    </Around>
  );
}

/** Yes or no; `on` is sent for yes, and nothing for no. */
export function CheckField(
  { isChecked = false, ...field }: Omit<FieldOptions, "value"> & {
    readonly isChecked?: boolean;
  },
) {
  const wasSent = Object.keys(field.form.values).length > 0;
  const checked = wasSent ? textOf(field.form, field.name) !== "" : isChecked;
  const id = idOf(field);
  return (
    <div class="field">
      <div class="check">
        <input
          type="checkbox"
          {...controlOf(field)}
          value="on"
          checked={checked}
        />
        <label for={id}>{field.label}</label>
      </div>
      <Told {...field} />
    </div>
  );
}

function Around(
  { children, keyHint, words, ...field }: FieldOptions & {
    readonly keyHint?: string | undefined;
    readonly words?: (value: string) => string;
    readonly children?: Child;
  },
) {
  return (
    <div class="field">
      <label for={idOf(field)}>
        {field.label}
        {keyHint !== undefined && <kbd aria-hidden="true">{keyHint}</kbd>}
        {field.required === false && <span class="quiet">(optional)</span>}
      </label>
      <Told {...field} hintOnly />
      {children}
      <Told {...field} flawOnly />
      <Theirs
        form={field.form}
        name={field.name}
        id={`${idOf(field)}-theirs`}
        words={words}
      />
    </div>
  );
}

function Told(
  { form, name, label, hint, hintOnly = false, flawOnly = false, ...rest }:
    & Pick<FieldOptions, "form" | "name" | "label" | "hint" | "of">
    & { readonly hintOnly?: boolean; readonly flawOnly?: boolean },
) {
  const id = idOf({ name, ...rest });
  const flaw = form.flaws.get(name);
  return (
    <>
      {hint !== undefined && !flawOnly && (
        <p class="hint" id={`${id}-hint`}>{hint}</p>
      )}
      {flaw !== undefined && !hintOnly && (
        <p class="flaw" id={`${id}-flaw`}>{label} {flaw}</p>
      )}
    </>
  );
}

function controlOf(field: Omit<FieldOptions, "value">) {
  const { form, name, hint, required } = field;
  const id = idOf(field);
  const flaw = form.flaws.get(name);
  const told = [
    ...hint !== undefined ? [`${id}-hint`] : [],
    ...flaw !== undefined ? [`${id}-flaw`] : [],
    ...form.theirs?.has(name) ? [`${id}-theirs`] : [],
  ];
  return {
    id,
    name,
    ...required === true && { required: true },
    ...told.length > 0 && { "aria-describedby": told.join(" ") },
    ...flaw !== undefined && { "aria-invalid": "true" as const },
  };
}

function valueOf({ form, name, value = "" }: FieldOptions): string {
  return Object.keys(form.values).length > 0 ? textOf(form, name) : value;
}

/** Of a field's control. */
export function idOf(
  { name, of = "field" }: Pick<FieldOptions, "name" | "of">,
): string {
  return `${of}-${name}`;
}
