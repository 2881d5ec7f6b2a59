import { type FormState, textsOf } from "../shell/form_state.ts";
import type { Choices } from "./field.tsx";

/** Any of several, each a box to tick; what is sent is the list of those that are ticked. */
export function CheckGroup(
  { form, name, legend, hint, choices, chosen }: {
    readonly form: FormState;
    readonly name: string;
    readonly legend: string;
    readonly hint?: string;
    readonly choices: Choices;
    /** What is ticked where nothing was sent. */
    readonly chosen: readonly string[];
  },
) {
  const wasSent = Object.keys(form.values).length > 0;
  const ticked = new Set(wasSent ? textsOf(form, name) : chosen);
  const flaw = form.flaws.get(name);
  const id = `field-${name}`;
  const told = [
    ...hint !== undefined ? [`${id}-hint`] : [],
    ...flaw !== undefined ? [`${id}-flaw`] : [],
  ];
  return (
    <fieldset
      id={id}
      tabindex={-1}
      class="field"
      {...told.length > 0 && { "aria-describedby": told.join(" ") }}
    >
      <legend>{legend}</legend>
      {hint !== undefined && <p class="hint" id={`${id}-hint`}>{hint}</p>}
      <div class="checks">
        {choices.map(([value, label]) => (
          <div class="check">
            <input
              type="checkbox"
              id={`${id}-${value}`}
              name={name}
              value={value}
              checked={ticked.has(value)}
            />
            <label for={`${id}-${value}`}>{label}</label>
          </div>
        ))}
      </div>
      {flaw !== undefined && (
        <p class="flaw" id={`${id}-flaw`}>{legend} {flaw}</p>
      )}
    </fieldset>
  );
}
