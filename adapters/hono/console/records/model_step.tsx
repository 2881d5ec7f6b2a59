import type {
  Limits,
  ModelFailureReason,
  Step,
} from "../../../../src/processing/trace.ts";
import { percentText, wholeText } from "../parts/figures.tsx";
import { categoryName, type Known } from "./known.ts";
import { StepFrame } from "./step_frame.tsx";

const FAILED: Readonly<Record<ModelFailureReason, string>> = {
  timed_out: "It took too long to answer.",
  refused: "It would not answer.",
  malformed: "Its answer could not be read.",
  truncated: "Its answer broke off.",
  rate_limited: "It was asked too often.",
  unavailable: "It could not be reached.",
  over_budget: "The month's budget is used up, so it was not asked.",
};

/** What the language model said, and whether that was enough. */
export function ModelStep(
  { step, limits, known }: {
    readonly step: Extract<Step, { kind: "model_answered" }>;
    readonly limits: Limits;
    readonly known: Known;
  },
) {
  const threshold = limits.model?.threshold ?? null;
  const { input_tokens, output_tokens } = step.usage;
  return (
    <StepFrame title="The language model was asked" step={step}>
      <p>
        {step.category_id === null ? "It says that no category fits." : (
          <>
            It says <strong>{categoryName(known, step.category_id)}</strong>,
            {" "}
            {percentText(step.raw_confidence)} sure.
          </>
        )}
      </p>
      <blockquote>{step.rationale}</blockquote>
      <p class="quiet small">
        <code>{step.model}</code>, prompt {step.prompt_version} ·{" "}
        {wholeText(input_tokens + output_tokens)} tokens
        {step.cached && " · answer known, nothing paid"}
        {" · "}
        {threshold === null
          ? "it may suggest, and settles nothing by itself"
          : `settles from ${percentText(threshold)}`}
      </p>
    </StepFrame>
  );
}

/** Why there is no answer of the language model. */
export function NoModelStep(
  { step }: { readonly step: Extract<Step, { kind: "model_failed" }> },
) {
  return (
    <StepFrame title="The language model did not answer" step={step}>
      <p>{FAILED[step.reason]}</p>
      <p class="quiet small">
        <code>{step.model}</code>
      </p>
    </StepFrame>
  );
}
