import type { CategoryId } from "../../kernel/ids.ts";
import { machineDecision, machineSteps } from "../proposal_of.ts";
import type { Trace } from "../trace.ts";
import type { Judged } from "./threshold.ts";

/** What was proposed in service, by what had been learned or by a model, and whether that was right. */
export interface Proposed extends Pick<Judged, "score" | "right"> {
  /** `similarity`, or a model and its prompt: evidence of one says nothing of another. */
  readonly by: string;
}

export const BY_SIMILARITY = "similarity";

/** How a model with a prompt is named as a source of proposals. */
export function byModel(model: string, promptVersion: number): string {
  return `${model}@${promptVersion}`;
}

/** Whether similarity had its say on a record: not where rules decided, or sent it to a person, before. */
export function reachedSimilarity(trace: Trace | null): boolean {
  if (!trace || machineDecision(trace) === null) return true;
  return machineSteps(trace).some(({ kind }) => kind === "examples_recalled");
}

/** What a trace proposed before a person said `truth` (null: not one to sort); null where rules did, or nothing that had been learned. */
export function proposedOf(
  trace: Trace | null,
  truth: CategoryId | null,
): Proposed | null {
  const proposal = trace && machineDecision(trace)?.proposal;
  if (!proposal) return null;
  const { source, score, categoryId } = proposal;
  const by = byOf(machineSteps(trace), source);
  return by === null ? null : { by, score, right: categoryId === truth };
}

function byOf(steps: Trace["steps"], source: string): string | null {
  const last = steps.findLast(({ kind }) =>
    kind === (source === "model" ? "model_answered" : "examples_recalled")
  );
  if (source === "model" && last?.kind === "model_answered") {
    return byModel(last.model, last.prompt_version);
  }
  if (source !== "similarity" || last?.kind !== "examples_recalled") {
    return null;
  }
  return last.learned === undefined ? null : BY_SIMILARITY;
}
