import type { ModelCost, ModelFailureReason, Step } from "../trace.ts";

/** What came of a record's question to a model: an answer (also one that was known, or that none fits), or why there is none. */
export type ModelOutcome =
  | "answered"
  | "cached"
  | "undecided"
  | ModelFailureReason;

/** Questions to one model that came to the same, and what they cost. */
export interface ModelTally {
  readonly model: string;
  readonly outcome: ModelOutcome;
  readonly questions: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
  readonly costMicros: number;
}

/** What the steps of a job's records tell of the models they were put to. */
export function tallyModels(steps: readonly Step[]): readonly ModelTally[] {
  const tallies = new Map<string, ModelTally>();
  for (const step of steps) {
    if (step.kind !== "model_answered" && step.kind !== "model_failed") {
      continue;
    }
    const { model, cost_micros = 0, usage } = step;
    const outcome = outcomeOf(step);
    const key = JSON.stringify([model, outcome]);
    const before = tallies.get(key);
    tallies.set(key, {
      model,
      outcome,
      questions: (before?.questions ?? 0) + 1,
      inputTokens: (before?.inputTokens ?? 0) + (usage?.input_tokens ?? 0),
      outputTokens: (before?.outputTokens ?? 0) + (usage?.output_tokens ?? 0),
      costMicros: (before?.costMicros ?? 0) + cost_micros,
    });
  }
  return [...tallies.values()];
}

/** What a model took for one record's decision, failed calls too; null where nothing was paid. */
export function modelCost(steps: readonly Step[]): ModelCost | null {
  let tokens = 0;
  let cost_micros = 0;
  for (const tally of tallyModels(steps)) {
    tokens += tally.inputTokens + tally.outputTokens;
    cost_micros += tally.costMicros;
  }
  return tokens + cost_micros === 0 ? null : { tokens, cost_micros };
}

function outcomeOf(
  step: Extract<Step, { kind: "model_answered" | "model_failed" }>,
): ModelOutcome {
  if (step.kind === "model_failed") return step.reason;
  if (step.cached) return "cached";
  return step.category_id === null ? "undecided" : "answered";
}
