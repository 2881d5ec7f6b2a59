import type { CategoryId } from "../kernel/ids.ts";
import { modelProposal } from "./model_proposal.ts";
import { nextWant } from "./pipeline.ts";
import type { MachineSource } from "./proposal_outcome.ts";
import type { Conclusion, Step, Trace } from "./trace.ts";

/** A category that was given to a record, or suggested for it, without a person. */
export interface Proposal {
  readonly source: MachineSource;
  readonly categoryId: CategoryId;
  readonly score: number;
}

/** What a trace came to before any person spoke. */
export interface MachineDecision {
  /** Null where nothing was proposed. */
  readonly proposal: Proposal | null;
  readonly settled: boolean;
}

/** What was decided without a person; null for a record that a person decided before it was processed. */
export function machineDecision(trace: Trace): MachineDecision | null {
  const steps = machineSteps(trace);
  const conclusion = conclusionOf(trace, steps);
  if (conclusion?.kind === "settled" && conclusion.source !== "person") {
    const { source, category_id, confidence } = conclusion;
    return {
      proposal: { source, categoryId: category_id, score: confidence },
      settled: true,
    };
  }
  if (conclusion?.kind !== "needs_review") return null;
  const { suggestion, confidence } = conclusion;
  return {
    proposal: suggestion && {
      source: sourceOf(steps),
      categoryId: suggestion,
      score: confidence,
    },
    settled: false,
  };
}

/** The steps that no person took. */
export function machineSteps({ steps }: Trace): readonly Step[] {
  return steps.filter(({ kind }) => kind !== "person_decided");
}

function conclusionOf(
  { conclusion, limits, steps: all }: Trace,
  steps: readonly Step[],
): Conclusion | null {
  if (steps.length === all.length) return conclusion;
  const want = nextWant(steps, limits);
  return want.kind === "stop" ? want.conclusion : null;
}

/** Where a suggestion came from: an answer that proposes nothing, or none, leaves that of the approved records. */
function sourceOf(steps: readonly Step[]): MachineSource {
  const last = steps.at(-1);
  if (last?.kind === "rules_tried") return "rule";
  return last?.kind === "model_answered" && modelProposal(last, steps) !== null
    ? "model"
    : "similarity";
}
