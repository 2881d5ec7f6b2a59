import type { ModelPrice } from "../../ports/language_model.ts";

/**
 * List prices of small models, in US dollars for a million tokens in and out, as published on 2026-11-25. Providers
 * change them: `BALANCE_LLM_PRICE` goes before.
 */
const DOLLARS: Readonly<
  Record<
    "openai" | "anthropic",
    Readonly<Record<string, readonly [input: number, output: number]>>
  >
> = {
  openai: {
    "gpt-4.1-mini": [0.4, 1.6],
    "gpt-4.1-nano": [0.1, 0.4],
    "gpt-5.4-mini": [0.75, 4.5],
    "gpt-5.4-nano": [0.2, 1.25],
  },
  anthropic: {
    "claude-haiku-4-5": [1, 5],
    // For prompts of up to 100,000 tokens, which ours are.
    "claude-haiku-5-5": [0.1, 0.5],
    "claude-sonnet-5-5": [2, 10],
  },
};

/** A model's list price; undefined where it is not known here. */
export function knownPrice(
  provider: "openai" | "anthropic",
  model: string,
): ModelPrice | undefined {
  const prices = DOLLARS[provider];
  if (!Object.hasOwn(prices, model)) return undefined;
  const [input, output] = prices[model]!;
  return {
    inputMicros: Math.round(input * 1_000),
    outputMicros: Math.round(output * 1_000),
  };
}
