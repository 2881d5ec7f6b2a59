import type { Step } from "../../../../src/processing/trace.ts";
import { categoryName, type Known, personName } from "./known.ts";
import { StepFrame } from "./step_frame.tsx";

/** What a person said. */
export function PersonStep(
  { step, known }: {
    readonly step: Extract<Step, { kind: "person_decided" }>;
    readonly known: Known;
  },
) {
  const { by } = step;
  const who = personName(known, by);
  const said = step.verdict === "reject"
    ? "said that it is not one to sort"
    : step.verdict === "approve"
    ? `approved ${categoryName(known, step.category_id)}`
    : `chose ${categoryName(known, step.category_id)}`;
  return (
    <StepFrame
      title={by.startsWith("key_") ? "A program decided" : "A person decided"}
      step={step}
    >
      <p>
        <strong>{who}</strong> {said}.
      </p>
      {step.note !== null && <blockquote>{step.note}</blockquote>}
    </StepFrame>
  );
}
