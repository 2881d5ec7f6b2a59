import type { Deps } from "../../../ports/deps.ts";
import type { Answer, Question } from "../../../ports/language_model.ts";
import type { Step } from "../trace.ts";
import type { Case, Frame } from "./run_pipeline.ts";

/**
 * Asks the language model about all records at once. Answers are joined by record id; a record without
 * just one answer from the closed set counts as a malformed answer of its own, and shifts no other.
 */
export async function askModel(
  deps: Pick<Deps, "clock" | "model">,
  cases: readonly Case[],
  { labels, open }: Pick<Frame, "labels" | "open">,
): Promise<readonly Case[]> {
  const { profile } = deps.model;
  if (!profile) throw new Error("a model was wanted while it is switched off");
  const answers = Map.groupBy(
    await deps.model.ask(cases.map(questionOf), labels),
    (answer) => answer.recordId,
  );
  const at = deps.clock.now();
  const { model, promptVersion: prompt_version } = profile;
  const stepFor = (given: readonly Answer[]): Step => {
    const [answer] = given;
    if (!answer || given.length !== 1) {
      return { kind: "model_failed", at, model, reason: "malformed" };
    }
    if (answer.kind === "failed") {
      return { kind: "model_failed", at, model, reason: answer.reason };
    }
    if (answer.categoryId !== null && !open.has(answer.categoryId)) {
      return { kind: "model_failed", at, model, reason: "malformed" };
    }
    return {
      kind: "model_answered",
      at,
      model,
      prompt_version,
      category_id: answer.categoryId,
      rationale: answer.rationale,
      raw_confidence: answer.rawConfidence,
      usage: answer.usage,
    };
  };
  return cases.map(({ record, steps }) => ({
    record,
    steps: [...steps, stepFor(answers.get(record.id) ?? [])],
  }));
}

function questionOf({ record, steps }: Case): Question {
  const recalled = steps.findLast((step) => step.kind === "examples_recalled");
  return {
    recordId: record.id,
    content: record,
    neighbours: recalled?.neighbours ?? [],
  };
}
