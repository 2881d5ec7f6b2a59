import { formatUsd } from "../kernel/usd.ts";
import type { ModelBudget } from "../processing/model/spend.ts";

/** How a tenant's records may be put to a language model, where the service has one. */
export interface ModelSettings {
  readonly enabled: boolean;
  /** Null: the service's own choice. */
  readonly model: string | null;
  /** Null: the newest. */
  readonly promptVersion: number | null;
  /** Null: the provider's own. */
  readonly temperature: number | null;
  readonly budget: ModelBudget;
}

export type ModelSettingsChange =
  & Partial<Omit<ModelSettings, "budget">>
  & { readonly budget?: Partial<ModelBudget> };

/** What a tenant may spend unless it says otherwise: the bill is the operator's, so it ends. Ten dollars and five million tokens. */
export const MODEL_SETTINGS_DEFAULT: ModelSettings = {
  enabled: true,
  model: null,
  promptVersion: null,
  temperature: null,
  budget: { tokensPerMonth: 5_000_000, microsPerMonth: 10_000_000 },
};

export function changedModel(
  before: ModelSettings,
  change: ModelSettingsChange = {},
): ModelSettings {
  return {
    ...before,
    ...change,
    budget: { ...before.budget, ...change.budget },
  };
}

/** The settings as the API and the event log tell them. */
export function toldModel(
  { enabled, model, promptVersion, temperature, budget }: ModelSettings,
) {
  const { tokensPerMonth, microsPerMonth } = budget;
  return {
    enabled,
    model,
    prompt_version: promptVersion,
    temperature,
    tokens_per_month: tokensPerMonth,
    usd_per_month: microsPerMonth === null ? null : formatUsd(microsPerMonth),
  };
}
