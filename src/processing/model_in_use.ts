import type { ModelSettings } from "../tenancy/model_settings.ts";
import { byModel } from "./learning/proposed_of.ts";
import { PROMPT_VERSION_NEWEST } from "./model/prompt.ts";

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
