import type { ModelSettings } from "../tenancy/model_settings.ts";
import { byModel } from "./learning/proposed_of.ts";
import { PROMPT_VERSION_NEWEST } from "./model/prompt.ts";
import type { Step } from "./trace.ts";

/** Whether the model's answer among the steps is of the model, and by the prompt, that are in use. */
export function answeredInUse(
  steps: readonly Step[],
  settings: Pick<ModelSettings, "model" | "promptVersion">,
  profile: { readonly model: string } | null,
): boolean {
  const answer = steps.findLast((step) => step.kind === "model_answered");
  return answer !== undefined && profile !== null &&
    byModel(answer.model, answer.prompt_version) ===
      modelInUse(settings, profile);
}

/** The model in use with its prompt, as judged answers are told apart by. */
export function modelInUse(
  settings: Pick<ModelSettings, "model" | "promptVersion">,
  profile: { readonly model: string },
): string {
  return byModel(
    settings.model ?? profile.model,
    settings.promptVersion ?? PROMPT_VERSION_NEWEST,
  );
}
