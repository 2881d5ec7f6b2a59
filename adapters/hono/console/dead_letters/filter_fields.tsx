import { SelectField, TextField } from "../parts/field.tsx";
import type { FormState } from "../shell/form_state.ts";
import { QUEUE_CHOICES } from "./queue_words.ts";

/** The fields that narrow dead letters. */
export function FilterFields({ filter }: { readonly filter: FormState }) {
  return (
    <>
      <SelectField
        form={filter}
        name="queue"
        label="Queue"
        none="Any"
        choices={QUEUE_CHOICES}
      />
      <TextField
        form={filter}
        name="error_class"
        label="Error class"
        maxlength={200}
      />
      <TextField form={filter} name="from" label="Given up from" type="date" />
      <TextField form={filter} name="to" label="Given up to" type="date" />
    </>
  );
}
