import type { Failure, Flaw } from "../../../../src/kernel/failure.ts";

/** What fields hold, as a browser sends it: blank ones are left out, several of one name are a list. */
export type FormValues = {
  readonly [name: string]: string | readonly string[];
};

/** A form as it was sent, and what was wrong with it; of a page that is merely opened both are empty. */
export interface FormState {
  readonly values: FormValues;
  /** What is wrong, in words that follow the field's label, by the field's name. */
  readonly flaws: ReadonlyMap<string, string>;
  /** Why nothing was done, where that is not a field's fault; or all of it. */
  readonly failure: Failure | null;
  /** What somebody else made of fields that were changed here too, by the field's name. */
  readonly theirs?: ReadonlyMap<string, string>;
}

/** Nothing was sent. */
export const NOTHING_SENT: FormState = {
  values: {},
  flaws: new Map(),
  failure: null,
};

/** The form as it was sent, refused. Flaws name fields by the first part of their pointer. */
export function refusedForm(values: FormValues, failure: Failure): FormState {
  return { values, flaws: flawsByField(failure.flaws), failure };
}

/** The first thing that is wrong with each field. */
export function flawsByField(
  flaws: readonly Flaw[],
): ReadonlyMap<string, string> {
  const byField = new Map<string, string>();
  for (const { pointer, detail } of flaws) {
    const field = pointer.split("/")[1] ?? "";
    if (!byField.has(field)) byField.set(field, detail);
  }
  return byField;
}

/** A field's one value; blank where it has none. */
export function textOf({ values }: FormState, name: string): string {
  const value = values[name];
  return typeof value === "string" ? value : value?.[0] ?? "";
}

/** All values of a field that can have several. */
export function textsOf(
  { values }: FormState,
  name: string,
): readonly string[] {
  const value = values[name];
  return value === undefined ? [] : typeof value === "string" ? [value] : value;
}
