import type { CategoryId } from "../kernel/ids.ts";
import type { MachineSource } from "./proposal_outcome.ts";
import { machineDecision, machineSteps } from "./proposal_of.ts";
import type { Candidate, Evidence, Step, Trace } from "./trace.ts";

/** A category to choose from when a person decides, and where it comes from. */
export interface CandidateCategory {
  readonly categoryId: CategoryId;
  readonly source: MachineSource;
  readonly score: number;
  /** Heaviest first; empty where nothing but the source speaks for it. */
  readonly because: readonly Evidence[];
}

/** As many as a person takes in at a glance. */
const CANDIDATES_MAX = 3;

/** The categories that a record may belong to, each once: what was proposed, then the best by the approved records. */
export function candidatesOf(trace: Trace): readonly CandidateCategory[] {
  const recalled = recalledCandidates(machineSteps(trace));
  const proposal = machineDecision(trace)?.proposal;
  const alike = recalled.map((candidate): CandidateCategory => ({
    categoryId: candidate.category_id,
    source: "similarity",
    score: candidate.score,
    because: candidate.because,
  }));
  const because = alike
    .find(({ categoryId }) => categoryId === proposal?.categoryId)?.because;
  const first = proposal ? [{ ...proposal, because: because ?? [] }] : [];
  const others = alike
    .filter(({ categoryId }) => categoryId !== proposal?.categoryId);
  return [...first, ...others].slice(0, CANDIDATES_MAX);
}

/** Traces from before candidates were kept have their proposal alone. */
function recalledCandidates(steps: readonly Step[]): readonly Candidate[] {
  const step = steps.findLast((one) => one.kind === "examples_recalled");
  if (step?.candidates) return step.candidates;
  return step?.proposal
    ? [{ category_id: step.proposal, score: step.score, because: [] }]
    : [];
}
