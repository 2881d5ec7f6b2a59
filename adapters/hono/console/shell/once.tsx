import { type FormState, type FormValues, textOf } from "./form_state.ts";

const NAME = "once";
const KEY = /^[0-9a-f-]{36}$/;

/** In a form that makes something: names this very form, so that it is acted upon once however often it is sent. */
export function Once({ form }: { readonly form: FormState }) {
  const key = textOf(form, NAME);
  return (
    <input
      type="hidden"
      name={NAME}
      value={KEY.test(key) ? key : crypto.randomUUID()}
    />
  );
}

/** The name of the form that was sent; null where it has none. */
export function onceIn({ [NAME]: key }: FormValues): string | null {
  return typeof key === "string" && KEY.test(key) ? key : null;
}

/** What was sent, for a form of its own. */
export function withoutOnce({ [NAME]: _, ...values }: FormValues): FormValues {
  return values;
}
