import type {
  LanguageModel,
  ModelCall,
  ModelProfile,
  ModelReply,
} from "../../ports/language_model.ts";
import type { ModelFailureReason, Usage } from "../../src/processing/trace.ts";
import { answerFor, recordsSeen } from "./model_answers.ts";
import { outsideTx } from "./outside_tx.ts";

/** What a scripted model says of one record: the label's place in the list, or null for none. */
export interface Said {
  readonly label: number | null;
  readonly confidence?: number;
}

/** Nobody pays less: a token in costs a millionth of a dollar, one out two. */
export const PROFILE: ModelProfile = {
  provider: "scripted",
  model: "m-1",
  attemptsMax: 2,
  price: { inputMicros: 1_000, outputMicros: 2_000 },
};

const USAGE: Usage = { input_tokens: 100, output_tokens: 20 };

/** A model that replies as `script` says, remembers what it was asked, and may not be asked inside a unit of work. */
export function scriptedModel(
  script: (call: ModelCall, count: number) => ModelReply | Promise<ModelReply>,
  profile: Partial<ModelProfile> = {},
): LanguageModel & { readonly calls: readonly ModelCall[] } {
  const calls: ModelCall[] = [];
  const model = outsideTx({
    profile: { ...PROFILE, ...profile },
    call: async (call: ModelCall) => await script(call, calls.push(call)),
  });
  return Object.assign(model, { calls });
}

/** How many records a call asks about. */
export function recordsAsked(call: ModelCall): number {
  return recordsSeen(call).length;
}

/** An answer for each record of the call, as `say` says of its place in the call; it quotes the description. */
export function answers(
  call: ModelCall,
  say: (place: number, text: string) => Said | null = () => ({ label: 0 }),
  usage: Usage = USAGE,
): ModelReply {
  const given = recordsSeen(call).flatMap((record, i) => {
    const quote = record.description;
    const said = say(i, quote);
    if (said === null) return [];
    const { label, confidence = 0.9 } = said;
    const number = label === null ? 0 : label + 1;
    return [answerFor(record, number, { quote, confidence })];
  });
  return { kind: "answered", output: { answers: given }, usage };
}

export function failure(
  reason: ModelFailureReason,
  given: { retryAfterMs?: number; usage?: Usage } = {},
): ModelReply {
  return { kind: "failed", reason, retryAfterMs: null, usage: null, ...given };
}
