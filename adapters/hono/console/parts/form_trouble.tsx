import type { Child } from "hono/jsx";
import type { FormState } from "../shell/form_state.ts";
import { failureWords } from "./failure_words.ts";
import { idOf } from "./field.tsx";

/** What was wrong with a form, above it; links lead to the fields. */
export function FormTrouble(
  { form, labels = {}, of, children }: {
    readonly form: FormState;
    /** Of the fields, by name; a name that is not here stands for itself. */
    readonly labels?: Readonly<Record<string, string>>;
    readonly of?: string;
    /** What to do about it. */
    readonly children?: Child;
  },
) {
  if (form.failure === null) return null;
  const labelOf = (name: string) => labels[name] ?? name;
  const told = new Map([
    ...[...form.theirs?.keys() ?? []].map((name) =>
      [name, `Changed by somebody else too: ${labelOf(name)}`] as const
    ),
    ...[...form.flaws].map(([name, detail]) =>
      [name, `${labelOf(name)} ${detail}`] as const
    ),
  ]);
  return (
    <div
      class={`flash ${
        form.flaws.size === 0 && form.theirs?.size ? "note" : "trouble"
      }`}
      role="alert"
      tabindex={-1}
      autofocus
    >
      <div>
        <p>{failureWords(form.failure)}.</p>
        {children}
        {told.size > 0 && (
          <ul>
            {[...told].map(([name, text]) => (
              <li>
                <a href={`#${idOf({ name, ...of !== undefined && { of } })}`}>
                  {text}
                </a>
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}
