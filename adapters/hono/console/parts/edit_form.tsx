import type { Child } from "hono/jsx";
import { EDITS, type EditState, WAS } from "../shell/edit_state.ts";
import { withoutBlanks } from "../shell/three_way.ts";
import { failureWords, MEANWHILE } from "./failure_words.ts";
import { FormTrouble } from "./form_trouble.tsx";

/** A form that changes what is there: it tells what stood in its fields, so that nothing of others is overwritten unseen. */
export function EditForm(
  { form, action, page = action, labels, look = "fields", cancel, children }: {
    readonly form: EditState;
    readonly action: string;
    /** The page that it is on, where that has another address. */
    readonly page?: string;
    /** Of the fields, by name. */
    readonly labels: Readonly<Record<string, string>>;
    /** Its classes. */
    readonly look?: string;
    readonly cancel?: string;
    readonly children?: Child;
  },
) {
  const was = Object.entries(withoutBlanks(form.now))
    .flatMap(([name, value]) => [value].flat().map((one) => [name, one]));
  return (
    <form method="post" action={action} class={look}>
      <input type="hidden" name={EDITS} value={form.of} />
      {was.map(([name, value]) => (
        <input type="hidden" name={`${WAS}${name}`} value={value} />
      ))}
      <FormTrouble form={form} labels={labels}>
        {form.theirs && form.theirs.size > 0 && (
          <p>
            {form.failure && failureWords(form.failure) !== MEANWHILE &&
              `${MEANWHILE}. `}
            What you wrote is still in the form below. Press Save again to put
            yours in its place, or <a href={page}>start from theirs</a>.
          </p>
        )}
      </FormTrouble>
      {children}
      <div class="buttons">
        <button type="submit" class="primary">Save</button>
        {cancel !== undefined && <a class="button" href={cancel}>Cancel</a>}
      </div>
    </form>
  );
}
