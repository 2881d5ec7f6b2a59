import { Counter, type Registry } from "prom-client";
import type { ModelTally } from "../../src/processing/model/model_tally.ts";
import { METRIC } from "./names.ts";

/** Registers what is counted of language models; the function returned counts a tally. */
export function registerModel(
  registry: Registry,
): (of: ModelTally & { readonly provider: string }) => void {
  const registers = [registry];
  const questions = new Counter({
    name: METRIC.modelQuestions,
    help: "Records put to a language model, by what came of it.",
    labelNames: ["provider", "model", "outcome"],
    registers,
  });
  const tokens = new Counter({
    name: METRIC.modelTokens,
    help: "Tokens that language models read and wrote.",
    labelNames: ["provider", "model", "outcome", "direction"],
    registers,
  });
  const cost = new Counter({
    name: METRIC.modelCost,
    help: "What that cost, in millionths of a US dollar.",
    labelNames: ["provider", "model", "outcome"],
    registers,
  });
  return ({ provider, model, outcome, ...tally }) => {
    const labels = { provider, model, outcome };
    questions.inc(labels, tally.questions);
    tokens.inc({ ...labels, direction: "input" }, tally.inputTokens);
    tokens.inc({ ...labels, direction: "output" }, tally.outputTokens);
    cost.inc(labels, tally.costMicros);
  };
}
