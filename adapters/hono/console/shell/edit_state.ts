import {
  type FormState,
  type FormValues,
  NOTHING_SENT,
  textOf,
} from "./form_state.ts";
import { type Merged, threeWay, withoutBlanks } from "./three_way.ts";

/** The field that tells which form of a page was sent. */
export const EDITS = "edits";
/** Before a field's name: what stood in it when the form was opened. */
export const WAS = "was-";

/** A form that changes what is there; all that it holds is in `values`, also where nothing was sent yet. */
export interface EditState extends FormState {
  /** Among the forms of its page. */
  readonly of: string;
  /** What stands now, and will be told as what stood in the fields. */
  readonly now: FormValues;
}

/** The form as it is shown: what others changed meanwhile is in it, what was written here too. */
export function editState(
  sent: FormState,
  now: FormValues,
  of: string,
): EditState {
  if (textOf(sent, EDITS) !== of) {
    return { ...NOTHING_SENT, of, now, values: withoutBlanks(now) };
  }
  const { values, theirs } = mergedWith(now, sent.values);
  return { ...sent, of, now, values, theirs };
}

/** What a form sends that has `values` in it and was opened `now`. */
export function openedWith(
  values: FormValues,
  now: FormValues,
  of: string,
): FormValues {
  const was = Object.entries(withoutBlanks(now))
    .map(([name, value]) => [`${WAS}${name}`, value]);
  return { ...values, ...Object.fromEntries(was), [EDITS]: of };
}

/** A form that was sent, and what stands now. */
export function mergedWith(now: FormValues, sent: FormValues): Merged {
  const entries = Object.entries(sent);
  return threeWay({
    was: Object.fromEntries(
      entries.filter(([name]) => name.startsWith(WAS))
        .map(([name, value]) => [name.slice(WAS.length), value]),
    ),
    mine: Object.fromEntries(
      entries.filter(([name]) => name !== EDITS && !name.startsWith(WAS)),
    ),
    now,
  });
}
