import type { CategoryId } from "../kernel/ids.ts";
import type { Step } from "./trace.ts";

/** The category that a model's answer proposes; null where it names none, or one that people turned down for the text. */
export function modelProposal(
  { category_id }: Extract<Step, { kind: "model_answered" }>,
  steps: readonly Step[],
): CategoryId | null {
  const recalled = steps.findLast((step) => step.kind === "examples_recalled");
  const isRejected = category_id !== null &&
    recalled?.rejected?.includes(category_id);
  return isRejected ? null : category_id;
}
