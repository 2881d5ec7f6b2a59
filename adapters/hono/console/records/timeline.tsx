import type { RecordId } from "../../../../src/kernel/ids.ts";
import type {
  Conclusion,
  Step,
  Trace,
} from "../../../../src/processing/trace.ts";
import type { RuleInSetExplanation } from "../../../../src/rules/explain/explain_set.ts";
import { percentText } from "../parts/figures.tsx";
import { REASON_WORDS, SOURCE_WORDS } from "../parts/words.ts";
import { categoryName, type Known } from "./known.ts";
import { ModelStep, NoModelStep } from "./model_step.tsx";
import { PersonStep } from "./person_step.tsx";
import { RulesStep } from "./rules_step.tsx";
import { SimilarStep } from "./similar_step.tsx";

/** Everything that led to where a record is, in order, and what it added up to. */
export function Timeline(
  { trace, rules, known }: {
    readonly trace: Trace;
    /** Of the set that the trace names, tried on the record; empty where that is not told. */
    readonly rules: readonly RuleInSetExplanation[];
    readonly known: Known;
  },
) {
  return (
    <ol class="timeline">
      {trace.steps.map((step) => (
        <li>
          <StepWords step={step} trace={trace} rules={rules} known={known} />
        </li>
      ))}
      <li class={`end ${trace.conclusion.kind}`}>
        <h3>{conclusionText(trace.conclusion, known)}</h3>
        <ConclusionDetail conclusion={trace.conclusion} />
      </li>
    </ol>
  );
}

function StepWords(
  { step, trace, rules, known }: {
    readonly step: Step;
    readonly trace: Trace;
    readonly rules: readonly RuleInSetExplanation[];
    readonly known: Known;
  },
) {
  switch (step.kind) {
    case "rules_tried":
      return <RulesStep step={step} rules={rules} known={known} />;
    case "examples_recalled":
      return <SimilarStep step={step} limits={trace.limits} known={known} />;
    case "model_answered":
      return <ModelStep step={step} limits={trace.limits} known={known} />;
    case "model_failed":
      return <NoModelStep step={step} />;
    case "person_decided":
      return <PersonStep step={step} known={known} />;
  }
}

/** What the steps add up to, in a few words. */
export function conclusionText(conclusion: Conclusion, known: Known): string {
  switch (conclusion.kind) {
    case "settled":
      return `Settled as ${categoryName(known, conclusion.category_id)} by ${
        SOURCE_WORDS[conclusion.source]
      }`;
    case "needs_review":
      return conclusion.suggestion === null
        ? "A person is asked, and nothing is suggested"
        : `A person is asked whether it is ${
          categoryName(known, conclusion.suggestion)
        }`;
    case "rejected":
      return "A person said that it is not one to sort";
  }
}

function ConclusionDetail({ conclusion }: { readonly conclusion: Conclusion }) {
  if (conclusion.kind === "rejected") return null;
  const { confidence, threshold } = conclusion;
  const why = conclusion.kind === "needs_review"
    ? REASON_WORDS[conclusion.because]
    : "";
  const held = threshold === 0
    ? ""
    : `Confidence ${percentText(confidence)}, needed ${
      percentText(threshold)
    }.`;
  return why + held === "" ? null : <p>{why} {held}</p>;
}

/** The records that a trace compares with. */
export function neighboursIn({ steps }: Trace): readonly RecordId[] {
  return steps.flatMap((step) =>
    step.kind === "examples_recalled"
      ? step.neighbours.map((one) => one.record_id)
      : []
  );
}
