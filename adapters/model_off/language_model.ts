import type { LanguageModel } from "../../ports/language_model.ts";

/** No language model: the pipeline goes from approved records straight to a person. */
export function modelOff(): LanguageModel {
  return {
    profile: null,
    ask: (questions) =>
      Promise.resolve(
        questions.map(({ recordId }) => ({
          recordId,
          kind: "failed",
          reason: "unavailable",
        })),
      ),
  };
}
