import type { FormValues } from "../../shell/form_state.ts";
import {
  emptyRow,
  nextKey,
  type Row,
  ROWS_MAX,
  rowsIn,
  type SetRow,
  setsIn,
  valuesOfRows,
} from "./row.ts";
import { ROW_KINDS } from "./row_kinds.ts";

/** What a button of the form asks for besides saving: a row more or less. */
const ASKED = /^(add-row|add-set|remove-row-(\d{1,6})|remove-set-(\d{1,6}))$/;

/** Fields that are made of rows, and what was asked for. */
const OF_ROWS = /-\d+$|^(rows|sets|do|add)$/;

/** The form with a row more or less, as `asked` says, and where its writer goes on; null where it is no such button. */
export function changeRows(
  values: FormValues,
  asked: string,
): FormValues | null {
  if (!ASKED.test(asked)) return null;
  const [rows, sets] = [rowsIn(values), setsIn(values)];
  if (asked === "add-row" && rows.length < ROWS_MAX) {
    const kind = ROW_KINDS.find((one) => one === values["add"]) ??
      "description";
    const key = nextKey(rows);
    const added = [...rows, emptyRow(key, kind)];
    return put(values, added, sets, `row-${key}`);
  }
  if (asked === "add-set" && sets.length < ROWS_MAX) {
    const key = nextKey(sets);
    const added = [...sets, { key, name: "", value: "" }];
    return put(values, rows, added, `set-${key}`);
  }
  const key = asked.split("-")[2];
  return asked.startsWith("remove-row")
    ? put(values, rows.filter((one) => one.key !== key), sets, "add")
    : put(values, rows, sets.filter((one) => one.key !== key), "add-set");
}

function put(
  values: FormValues,
  rows: readonly Row[],
  sets: readonly SetRow[],
  focus: string,
): FormValues {
  const others = Object.entries(values)
    .filter(([name]) => !OF_ROWS.test(name));
  return {
    ...Object.fromEntries(others),
    ...valuesOfRows(rows, sets),
    focus,
  };
}
