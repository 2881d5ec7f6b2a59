import type { FormValues } from "../../shell/form_state.ts";
import { ROW_KINDS, type RowKind } from "./row_kinds.ts";

/** A row of the editor as a form sends it: one comparison, or any condition as text. */
export interface Row {
  /** Tells it apart from the other rows of the form; a whole number. */
  readonly key: string;
  readonly kind: RowKind;
  /** Of an attribute. */
  readonly name: string;
  readonly not: boolean;
  readonly op: string;
  /** One value, or several with a line each; of `other` the condition as YAML. */
  readonly value: string;
  readonly to: string;
  readonly currency: string;
  readonly days: readonly string[];
}

/** An attribute that the rule sets. */
export interface SetRow {
  readonly key: string;
  readonly name: string;
  readonly value: string;
}

/** More rows than a page is good for; a rule may have more conditions, as text. */
export const ROWS_MAX = 50;

/** The values of a form with these rows. */
export function valuesOfRows(
  rows: readonly Row[],
  sets: readonly SetRow[],
): FormValues {
  const filled: [string, string | readonly string[]][] = [
    ["rows", rows.map(({ key }) => key).join(" ")],
    ["sets", sets.map(({ key }) => key).join(" ")],
    ...rows.flatMap((row): [string, string | readonly string[]][] => [
      [`kind-${row.key}`, row.kind],
      [`name-${row.key}`, row.name],
      [`not-${row.key}`, row.not ? "on" : ""],
      [`op-${row.key}`, row.op],
      [`value-${row.key}`, row.value],
      [`to-${row.key}`, row.to],
      [`currency-${row.key}`, row.currency],
      [`days-${row.key}`, row.days],
    ]),
    ...sets.flatMap(({ key, name, value }): [string, string][] => [
      [`set-name-${key}`, name],
      [`set-value-${key}`, value],
    ]),
  ];
  return Object.fromEntries(filled.filter(([, value]) => value.length > 0));
}

/** The rows in a form; of a form that somebody else made, those that can be read. */
export function rowsIn(values: FormValues): readonly Row[] {
  const text = textIn(values);
  return keysIn(values, "rows").flatMap((key): readonly Row[] => {
    const kind = ROW_KINDS.find((one) => one === text(`kind-${key}`));
    if (!kind) return [];
    const days = values[`days-${key}`] ?? [];
    return [{
      key,
      kind,
      name: text(`name-${key}`),
      not: text(`not-${key}`) !== "",
      op: text(`op-${key}`),
      value: text(`value-${key}`),
      to: text(`to-${key}`),
      currency: text(`currency-${key}`),
      days: typeof days === "string" ? [days] : days,
    }];
  });
}

/** The attributes that a form sets. */
export function setsIn(values: FormValues): readonly SetRow[] {
  const text = textIn(values);
  return keysIn(values, "sets").map((key) => ({
    key,
    name: text(`set-name-${key}`),
    value: text(`set-value-${key}`),
  }));
}

/** A key that none of `rows` has. */
export function nextKey(rows: readonly { readonly key: string }[]): string {
  return String(Math.max(0, ...rows.map(({ key }) => Number(key))) + 1);
}

/** An empty row about `kind`. */
export function emptyRow(key: string, kind: RowKind): Row {
  return {
    key,
    kind,
    name: "",
    not: false,
    op: "",
    value: "",
    to: "",
    currency: "",
    days: [],
  };
}

function keysIn(values: FormValues, name: string): readonly string[] {
  const keys = textIn(values)(name).split(" ")
    .filter((key) => /^\d{1,6}$/.test(key));
  return [...new Set(keys)].slice(0, ROWS_MAX);
}

function textIn(values: FormValues): (name: string) => string {
  return (name) => {
    const value = values[name] ?? "";
    return typeof value === "string" ? value : value[0] ?? "";
  };
}
