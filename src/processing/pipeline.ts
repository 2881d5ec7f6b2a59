import { match, P } from "ts-pattern";
import type { CategoryId } from "../kernel/ids.ts";
import { modelProposal } from "./model_proposal.ts";
import { isNovel } from "./novelty.ts";
import type { Conclusion, Limits, ReviewReason, Step } from "./trace.ts";

/** What the pipeline wants next. The shell does it for all records at once, appends a step to each, and asks again. */
export type Want =
  | { readonly kind: "try_rules" }
  | { readonly kind: "recall_examples" }
  | { readonly kind: "ask_model" }
  | { readonly kind: "stop"; readonly conclusion: Conclusion };

/** The next want of one record, from its steps so far and the limits in force. Pure: a stored trace replays to its conclusion. */
export function nextWant(steps: readonly Step[], limits: Limits): Want {
  const recalled = steps.findLast((step) => step.kind === "examples_recalled");
  const suggestion = recalled?.proposal ?? null;
  const score = recalled?.score ?? 0;
  return match(steps.at(-1))
    .returnType<Want>()
    .with(undefined, () => ({ kind: "try_rules" }))
    .with(
      { kind: "rules_tried", sets: { review: true } },
      (step) =>
        review(step.sets.category_id ?? null, "rule_asks", { score: 1 }),
    )
    .with(
      { kind: "rules_tried", sets: { category_id: P.string } },
      (step) =>
        stop({
          kind: "settled",
          category_id: step.sets.category_id,
          source: "rule",
          confidence: 1,
          threshold: 0,
        }),
    )
    .with({ kind: "rules_tried" }, () => ({ kind: "recall_examples" }))
    .with({ kind: "examples_recalled" }, (step) => {
      const threshold = limits.similarity_threshold;
      if (
        step.proposal !== null && threshold !== null && step.score >= threshold
      ) {
        return stop({
          kind: "settled",
          category_id: step.proposal,
          source: "similarity",
          confidence: step.score,
          threshold,
        });
      }
      const { model } = limits;
      if (model && isNovel(step.neighbours, model.known_similarity)) {
        return { kind: "ask_model" };
      }
      const because = step.proposal === null
        ? "nothing_alike"
        : "not_sure_enough";
      return review(step.proposal, because, {
        score,
        threshold: threshold ?? 0,
      });
    })
    .with({ kind: "model_failed" }, (step) => {
      const tries = steps.filter((step) => step.kind === "model_failed").length;
      return !step.final && tries < (limits.model?.attempts_max ?? 0)
        ? { kind: "ask_model" }
        : review(suggestion, "model_failed", { score });
    })
    .with({ kind: "model_answered" }, (step) => {
      const proposal = modelProposal(step, steps);
      if (proposal === null) {
        return review(suggestion, "model_undecided", { score });
      }
      const threshold = limits.model?.threshold ?? null;
      const confidence = step.raw_confidence;
      if (threshold === null || confidence < threshold) {
        return review(proposal, "not_sure_enough", {
          score: confidence,
          threshold: threshold ?? 1,
        });
      }
      return stop({
        kind: "settled",
        category_id: proposal,
        source: "model",
        confidence,
        threshold,
      });
    })
    .with({ kind: "person_decided", category_id: P.string }, (step) =>
      stop({
        kind: "settled",
        category_id: step.category_id,
        source: "person",
        confidence: 1,
        threshold: 0,
      }))
    .with(
      { kind: "person_decided", category_id: null },
      () => stop({ kind: "rejected", source: "person" }),
    )
    .exhaustive();
}

function stop(conclusion: Conclusion): Want {
  return { kind: "stop", conclusion };
}

function review(
  suggestion: CategoryId | null,
  because: ReviewReason,
  { score, threshold = 0 }: { score: number; threshold?: number },
): Want {
  return stop({
    kind: "needs_review",
    suggestion,
    because,
    confidence: score,
    threshold,
  });
}
