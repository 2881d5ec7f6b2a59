import type { TenantSettings } from "../tenancy/tenant.ts";
import { NOTHING_PROMISED, type Promised } from "./learning/promised.ts";
import { KNOWN_SIMILARITY } from "./novelty.ts";
import type { Limits } from "./trace.ts";

/** How a model may be used; as the `LanguageModel` port tells it. */
interface ModelProfile {
  readonly attemptsMax: number;
}

/** The thresholds in force, as the trace keeps them. */
export function limitsOf(
  settings: TenantSettings,
  profile: ModelProfile | null,
  { similarity, model }: Promised = NOTHING_PROMISED,
): Limits {
  return {
    similarity_threshold: settings.similarityThreshold ?? similarity,
    model: profile && settings.model.enabled
      ? {
        attempts_max: profile.attemptsMax,
        known_similarity: KNOWN_SIMILARITY,
        // What a model says of its own confidence settles nothing until people have judged enough of it.
        threshold: model,
      }
      : null,
  };
}
