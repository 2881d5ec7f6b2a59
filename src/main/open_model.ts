import { modelOff } from "../../adapters/model_off/language_model.ts";
import type { LanguageModel } from "../../ports/language_model.ts";
import type { ModelConfig } from "./provider_config.ts";

/** The language model that is configured. A provider's SDK is loaded where it is used only. */
export async function openModel(
  config: ModelConfig,
  onRejected: (error: Error) => void,
): Promise<LanguageModel> {
  if (config.kind === "off") return modelOff();
  const { kind, apiKey, ...rest } = config;
  const settings = { ...rest, apiKey: apiKey.reveal(), onRejected };
  if (kind === "openai") {
    const { openaiLanguageModel } = await import(
      "../../adapters/openai/language_model.ts"
    );
    return openaiLanguageModel(settings);
  }
  const { anthropicLanguageModel } = await import(
    "../../adapters/anthropic/language_model.ts"
  );
  return anthropicLanguageModel(settings);
}
