import type { LanguageModel } from "../../ports/language_model.ts";

/** No language model: the pipeline goes from approved records straight to a person. */
export function modelOff(): LanguageModel {
  return {
    profile: null,
    call: () =>
      Promise.resolve({
        kind: "failed",
        reason: "unavailable",
        retryAfterMs: null,
        usage: { input_tokens: 0, output_tokens: 0 },
      }),
  };
}
