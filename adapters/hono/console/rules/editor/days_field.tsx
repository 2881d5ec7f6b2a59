import type { FormState } from "../../shell/form_state.ts";

const DAYS = [
  "Monday",
  "Tuesday",
  "Wednesday",
  "Thursday",
  "Friday",
  "Saturday",
  "Sunday",
] as const;

/** The weekday of a number, 1 (Monday) to 7. */
export function dayName(day: number): string {
  return DAYS[day - 1] ?? String(day);
}

/** Days of the week, several at will. */
export function DaysField(
  { form, name, chosen }: {
    readonly form: FormState;
    readonly name: string;
    readonly chosen: readonly string[];
  },
) {
  const id = `field-${name}`;
  const flaw = form.flaws.get(name);
  return (
    <div
      class="field days"
      role="group"
      id={id}
      aria-label="Days"
      {...flaw !== undefined && { "aria-describedby": `${id}-flaw` }}
    >
      {DAYS.map((day, i) => (
        <div class="check">
          <input
            type="checkbox"
            id={`${id}-${i + 1}`}
            name={name}
            value={String(i + 1)}
            checked={chosen.includes(String(i + 1))}
          />
          <label for={`${id}-${i + 1}`}>{day}</label>
        </div>
      ))}
      {flaw !== undefined && <p class="flaw" id={`${id}-flaw`}>Days {flaw}</p>}
    </div>
  );
}
