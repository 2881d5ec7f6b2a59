import { hashedNgrams } from "../../adapters/hashed_ngrams/embedder.ts";
import type { Embedder } from "../../ports/embedder.ts";
import type { EmbedderConfig } from "./provider_config.ts";

/** Longer than a batch takes; a job that waits for more is better tried again. */
const TIMEOUT_MS = 60_000;

/** The embedder that is configured. A provider's SDK is loaded where it is used only. */
export async function openEmbedder(config: EmbedderConfig): Promise<Embedder> {
  if (config.kind === "hashed") return hashedNgrams();
  const { openaiEmbedder } = await import(
    "../../adapters/openai/embedder.ts"
  );
  const { apiKey, baseUrl, model, dimensions } = config;
  return openaiEmbedder({
    apiKey: apiKey.reveal(),
    baseUrl,
    model,
    dimensions,
    timeoutMs: TIMEOUT_MS,
  });
}
