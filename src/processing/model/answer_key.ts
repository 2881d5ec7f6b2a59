import { canonicalJson } from "../../kernel/json.ts";
import { sha256 } from "../../kernel/sha256.ts";
import { promptOf } from "./prompt.ts";
import type { Label, Question } from "./question.ts";

/** All of a call but its records. */
export interface ModelUse {
  readonly provider: string;
  readonly model: string;
  readonly promptVersion: number;
  readonly temperature: number | null;
}

/** Any id: equal records have equal keys. */
const NOBODY = "rec_00000000000000000000000000";

/**
 * What an answer depends on: provider, model, parameters, the instructions with their labels, and the record with its
 * neighbours as the model sees it, masked. Whatever changes one of them makes another key.
 */
export function answerKey(
  { provider, model, promptVersion, temperature }: ModelUse,
  question: Question,
  labels: readonly Label[],
): string {
  const { system, input } = promptOf(
    [{ ...question, recordId: NOBODY }],
    labels,
    promptVersion,
  );
  const ids = labels.map(({ categoryId }) => categoryId);
  return sha256(
    canonicalJson([
      provider,
      model,
      promptVersion,
      temperature,
      ids,
      system,
      input,
    ]),
  );
}
