import type { z } from "@hono/zod-openapi";
import type { Child } from "hono/jsx";
import { EditForm } from "../../parts/edit_form.tsx";
import { Fact, Facts } from "../../parts/facts.tsx";
import { editState } from "../../shell/edit_state.ts";
import type { FormState, FormValues } from "../../shell/form_state.ts";

/** Settings that belong together: a form for whoever may change them, and facts for everybody else. */
export interface SettingsCard<T, F extends z.ZodType = z.ZodType> {
  /** Where its form is sent, below `/console`. */
  readonly path: `/settings/${string}`;
  readonly title: string;
  readonly lead: string;
  /** Of the fields, by name. */
  readonly labels: Readonly<Record<string, string>>;
  /** What the numbers count, by name. */
  readonly units?: Readonly<Record<string, string>>;
  /** What a field that is blank means, by name; a box that is not ticked means no. */
  readonly blank: Readonly<Record<string, string>>;
  readonly form: F;
  /** What stands in the fields. */
  values(it: T): FormValues;
  Fields(asked: { readonly form: FormState }): Child;
}

/** One of them on its page. */
export function SettingsCardShown<T>(
  { card, it, form, page, mayChange }: {
    readonly card: SettingsCard<T>;
    readonly it: T;
    /** What was sent on the page, of whichever card. */
    readonly form: FormState;
    readonly page: string;
    readonly mayChange: boolean;
  },
) {
  const { path, title, lead, labels, Fields } = card;
  const values = card.values(it);
  const edit = editState(form, values, path);
  return (
    <section class="card setting">
      <div>
        <h2>{title}</h2>
        <p class="lead">{lead}</p>
      </div>
      {mayChange
        ? (
          <EditForm
            form={edit}
            action={`/console${path}`}
            page={page}
            labels={labels}
          >
            <Fields form={edit} />
          </EditForm>
        )
        : (
          <Facts>
            {Object.entries(labels).map(([name, label]) => (
              <Fact name={label}>{toldValue(card, name, values[name])}</Fact>
            ))}
          </Facts>
        )}
    </section>
  );
}

function toldValue<T>(
  { units, blank }: SettingsCard<T>,
  name: string,
  value: FormValues[string] = "",
): string {
  const text = [value].flat().join("\n").replaceAll("\n", ", ");
  if (text === "") return blank[name] ?? "no";
  if (text === "on") return "yes";
  return units?.[name] === undefined ? text : `${text} ${units[name]}`;
}
