import { hashedNgrams } from "../../adapters/hashed_ngrams/embedder.ts";
import type { Deps } from "../../ports/deps.ts";
import type { EmbedderConfig } from "./provider_config.ts";

/** Longer than a batch takes; a job that waits for more is better tried again. */
const TIMEOUT_MS = 60_000;

/**
 * The embedder that is configured, and the local one, which needs no key: it serves a tenant until the other has its
 * texts. A provider's SDK is loaded where it is used only.
 */
export async function openEmbedders(
  config: EmbedderConfig,
): Promise<Pick<Deps, "embedder" | "otherEmbedders">> {
  const local = hashedNgrams();
  if (config.kind === "hashed") return { embedder: local, otherEmbedders: [] };
  const { openaiEmbedder } = await import(
    "../../adapters/openai/embedder.ts"
  );
  const { apiKey, baseUrl, model, dimensions } = config;
  const embedder = openaiEmbedder({
    apiKey: apiKey.reveal(),
    baseUrl,
    model,
    dimensions,
    timeoutMs: TIMEOUT_MS,
  });
  return { embedder, otherEmbedders: [local] };
}
