import type { Rule } from "../../../../src/rules/rule.ts";
import { rulePath } from "./rule_path.ts";

/** Moves a rule by a step, or to a place. After it the page opens at the same button, so that it can be pressed again. */
export function MoveForm(
  { rule, index, count, version, byStep }: {
    readonly rule: Rule;
    /** Its place, from 0. */
    readonly index: number;
    readonly count: number;
    readonly version: number;
    readonly byStep: boolean;
  },
) {
  const { id, name } = rule;
  return (
    <form class="move" method="post" action={`${rulePath(id)}/move`}>
      <input type="hidden" name="seen" value={String(version)} />
      {byStep && (
        <>
          <Step
            id={`up-${id}`}
            to="up"
            label={`Move ${name} up`}
            sign="↑"
            isOff={index === 0}
          />
          <Step
            id={`down-${id}`}
            to="down"
            label={`Move ${name} down`}
            sign="↓"
            isOff={index === count - 1}
          />
        </>
      )}
      <input
        type="number"
        name="place"
        min="1"
        max={String(count)}
        value={String(index + 1)}
        aria-label={`Place of ${name}`}
        id={`place-${id}`}
      />
      <button type="submit" name="to" value="place">
        Go<span class="unseen">{`: move ${name} to that place`}</span>
      </button>
    </form>
  );
}

function Step(
  { id, to, label, sign, isOff }: {
    readonly id: string;
    readonly to: "up" | "down";
    readonly label: string;
    readonly sign: string;
    readonly isOff: boolean;
  },
) {
  return (
    <button
      type="submit"
      name="to"
      value={to}
      id={id}
      class="step"
      aria-label={label}
      formnovalidate
      {...isOff && { "aria-disabled": "true" as const }}
    >
      <span aria-hidden="true">{sign}</span>
    </button>
  );
}
