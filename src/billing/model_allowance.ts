import type { ModelSettings } from "../tenancy/model_settings.ts";
import type { Entitlement } from "./entitlement.ts";

/** How a tenant's records may be put to a language model: what it chose, and no more than its plan has. */
export function modelAllowed(
  settings: ModelSettings,
  { has, limits }: Entitlement,
): ModelSettings {
  const { budget, enabled } = settings;
  const most = limits.llmTokensPerMonth;
  return {
    ...settings,
    enabled: enabled && has("language_model"),
    budget: {
      ...budget,
      tokensPerMonth: most === null
        ? budget.tokensPerMonth
        : Math.min(budget.tokensPerMonth ?? Infinity, most),
    },
  };
}
