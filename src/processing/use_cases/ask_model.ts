import type { Deps } from "../../../ports/deps.ts";
import { PROMPT_VERSION_NEWEST, promptOf } from "../model/prompt.ts";
import type { Question } from "../model/question.ts";
import { readAnswers } from "../model/read_answers.ts";
import type { Step } from "../trace.ts";
import type { Case, Frame } from "./run_pipeline.ts";

const OUTPUT_TOKENS_PER_RECORD = 256;

/** Asks the language model about all records at once; what comes of one record changes no other. */
export async function askModel(
  deps: Pick<Deps, "clock" | "model">,
  cases: readonly Case[],
  { labels }: Pick<Frame, "labels">,
): Promise<readonly Case[]> {
  const { profile } = deps.model;
  if (!profile) throw new Error("a model was wanted while it is switched off");
  const { model } = profile;
  const questions = cases.map(({ record }): Question => ({
    recordId: record.id,
    content: record,
    neighbours: [],
  }));
  const reply = await deps.model.call({
    model,
    ...promptOf(questions, labels, PROMPT_VERSION_NEWEST),
    outputTokensMax: OUTPUT_TOKENS_PER_RECORD * cases.length,
    temperature: null,
  });
  const at = deps.clock.now();
  const answers = reply.kind === "answered"
    ? readAnswers(reply.output, questions, labels)
    : new Map();
  return cases.map(({ record, steps }) => {
    const answer = answers.get(record.id) ?? reply;
    const step: Step = answer.kind === "failed"
      ? { kind: "model_failed", at, model, reason: answer.reason }
      : {
        kind: "model_answered",
        at,
        model,
        prompt_version: PROMPT_VERSION_NEWEST,
        category_id: answer.categoryId,
        rationale: answer.rationale,
        raw_confidence: answer.rawConfidence,
        usage: reply.usage ?? { input_tokens: 0, output_tokens: 0 },
      };
    return { record, steps: [...steps, step] };
  });
}
