import { type FormState, textsOf } from "../shell/form_state.ts";
import type { Choices } from "./field.tsx";

/** Boxes under a heading of their own. */
export interface ChoiceGroup {
  readonly heading: string;
  readonly choices: Choices;
}

/** Any of several, each a box to tick; what is sent is the list of those that are ticked. */
export function CheckGroup(
  { form, name, legend, hint, choices, chosen }: {
    readonly form: FormState;
    readonly name: string;
    readonly legend: string;
    readonly hint?: string;
    readonly choices: Choices | readonly ChoiceGroup[];
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
      {groupsIn(choices).map(({ heading, choices }) => {
        const boxes = (
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
        );
        return heading === "" ? boxes : (
          <fieldset class="part">
            <legend>{heading}</legend>
            {boxes}
          </fieldset>
        );
      })}
      {flaw !== undefined && (
        <p class="flaw" id={`${id}-flaw`}>{legend} {flaw}</p>
      )}
    </fieldset>
  );
}

function groupsIn(
  choices: Choices | readonly ChoiceGroup[],
): readonly ChoiceGroup[] {
  const isGrouped = (
    given: Choices | readonly ChoiceGroup[],
  ): given is readonly ChoiceGroup[] =>
    given.length > 0 && "heading" in given[0]!;
  return isGrouped(choices) ? choices : [{ heading: "", choices }];
}
