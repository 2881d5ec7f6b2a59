import { z } from "zod";
import type { ModelPrice } from "../../ports/language_model.ts";
import { fail, ok, type Result } from "../kernel/result.ts";
import { apiKey } from "./api_key.ts";
import { knownPrice } from "./known_prices.ts";
import { type Secret, secret } from "./secret.ts";

/** How a provider is reached. */
interface Access {
  readonly apiKey: Secret;
  /** Null: the provider's own. */
  readonly baseUrl: string | null;
}

/** Which language model is asked about novel records, if any. */
export type ModelConfig =
  | { readonly kind: "off" }
  | Access & {
    readonly kind: "openai" | "anthropic";
    readonly model: string;
    readonly price: ModelPrice;
    readonly timeoutMs: number;
    readonly attemptsMax: number;
  };

/** What turns texts into vectors. */
export type EmbedderConfig =
  | { readonly kind: "hashed" }
  | Access & {
    readonly kind: "openai";
    readonly model: string;
    readonly dimensions: number;
  };

export interface ProviderConfig {
  readonly model: ModelConfig;
  readonly embedder: EmbedderConfig;
}

/** The variables that are read here. */
export const PROVIDER_VARIABLES = [
  "BALANCE_LLM",
  "BALANCE_LLM_MODEL",
  "BALANCE_LLM_PRICE",
  "BALANCE_LLM_TIMEOUT_S",
  "BALANCE_LLM_ATTEMPTS",
  "BALANCE_EMBEDDER",
  "BALANCE_EMBEDDING_MODEL",
  "BALANCE_EMBEDDING_DIMENSIONS",
  "OPENAI_API_KEY",
  "OPENAI_BASE_URL",
  "ANTHROPIC_API_KEY",
  "ANTHROPIC_BASE_URL",
] as const;

type Variable = typeof PROVIDER_VARIABLES[number];
type Given = Readonly<Partial<Record<Variable, string>>>;

const EMBEDDING_MODEL_DEFAULT = "text-embedding-3-small";

const wholeNumber = (min: number, max: number) => {
  const error = `must be a whole number from ${min} to ${max}`;
  return z.string().regex(/^\d{1,9}$/, error).transform(Number)
    .refine((n) => n >= min && n <= max, error);
};
const oneOf = <const Names extends readonly string[]>(names: Names) =>
  z.enum(names, { error: `must be one of ${names.join(", ")}` });
const modelName = z.string().regex(
  /^[\w.:/@-]{1,100}$/,
  "must be a model's name: up to 100 letters, digits and . : / @ _ -",
);
/** It is not repeated: an address may hold a password. */
const webAddress = z.string().refine(
  (text) => /^https?:\/\//.test(text) && URL.canParse(text),
  "must be an http:// or https:// address",
);

/** `0.15/0.60`: US dollars for a million tokens in and out, as providers publish them. */
const price = z.string().transform((text, context): ModelPrice => {
  const [, input, output] = /^(\d{1,6}(?:\.\d{1,3})?)\/(\d{1,6}(?:\.\d{1,3})?)$/
    .exec(text) ?? [];
  if (input === undefined || output === undefined) {
    context.addIssue({
      code: "custom",
      message:
        "must be two prices in US dollars for a million tokens, in and out, such as 0.15/0.60",
    });
    return z.NEVER;
  }
  return { inputMicros: micros(input), outputMicros: micros(output) };
});

/** A dollar for a million tokens is a thousand millionths for a thousand. */
function micros(dollars: string): number {
  return Math.round(Number(dollars) * 1_000);
}

const environment = z.object({
  BALANCE_LLM: oneOf(["off", "openai", "anthropic"]).default("off"),
  BALANCE_LLM_MODEL: modelName.optional(),
  BALANCE_LLM_PRICE: price.optional(),
  BALANCE_LLM_TIMEOUT_S: wholeNumber(1, 600).default(60),
  BALANCE_LLM_ATTEMPTS: wholeNumber(1, 10).default(3),
  BALANCE_EMBEDDER: oneOf(["hashed", "openai"]).default("hashed"),
  BALANCE_EMBEDDING_MODEL: modelName.default(EMBEDDING_MODEL_DEFAULT),
  BALANCE_EMBEDDING_DIMENSIONS: wholeNumber(8, 2_000).default(512),
  OPENAI_API_KEY: apiKey.optional(),
  OPENAI_BASE_URL: webAddress.optional(),
  ANTHROPIC_API_KEY: apiKey.optional(),
  ANTHROPIC_BASE_URL: webAddress.optional(),
});

/** Reads what concerns providers of models. Fails with every problem at once; what is switched off need not be complete. */
export function parseProviderConfig(
  given: Given,
): Result<ProviderConfig, readonly string[]> {
  const read = environment.safeParse(given);
  const wrong = (read.error?.issues ?? [])
    .map(({ path, message }) => `${path.join(".")} ${message}`);
  const missing = missingOf(given)
    .map(([name, why]) => `${name} is missing: ${why}`);
  if (!read.success || missing.length > 0) return fail([...wrong, ...missing]);
  const env = read.data;
  return ok({
    model: env.BALANCE_LLM === "off" ? { kind: "off" } : {
      kind: env.BALANCE_LLM,
      ...access(env, env.BALANCE_LLM),
      model: env.BALANCE_LLM_MODEL!,
      price: env.BALANCE_LLM_PRICE ??
        knownPrice(env.BALANCE_LLM, env.BALANCE_LLM_MODEL!)!,
      timeoutMs: env.BALANCE_LLM_TIMEOUT_S * 1_000,
      attemptsMax: env.BALANCE_LLM_ATTEMPTS,
    },
    embedder: env.BALANCE_EMBEDDER === "hashed" ? { kind: "hashed" } : {
      kind: "openai",
      ...access(env, "openai"),
      model: env.BALANCE_EMBEDDING_MODEL,
      dimensions: env.BALANCE_EMBEDDING_DIMENSIONS,
    },
  });
}

/** What a provider that is switched on needs and has not. */
function missingOf(
  given: Given,
): readonly (readonly [name: Variable, why: string])[] {
  const { BALANCE_LLM: llm, BALANCE_LLM_MODEL: model } = given;
  const missing: [Variable, string][] = [];
  const needs = (name: Variable, why: string) => {
    if (given[name] === undefined) missing.push([name, why]);
  };
  if (llm === "openai") needs("OPENAI_API_KEY", "BALANCE_LLM is openai");
  else if (given.BALANCE_EMBEDDER === "openai") {
    needs("OPENAI_API_KEY", "BALANCE_EMBEDDER is openai");
  }
  if (llm === "anthropic") {
    needs("ANTHROPIC_API_KEY", "BALANCE_LLM is anthropic");
  }
  if (llm === "openai" || llm === "anthropic") {
    needs("BALANCE_LLM_MODEL", `BALANCE_LLM is ${llm}`);
    const isKnown = model !== undefined && knownPrice(llm, model);
    if (model !== undefined && !isKnown) {
      needs("BALANCE_LLM_PRICE", "the price of BALANCE_LLM_MODEL is not known");
    }
  }
  return missing;
}

function access(
  env: z.output<typeof environment>,
  provider: "openai" | "anthropic",
): Access {
  const [key, baseUrl] = provider === "openai"
    ? [env.OPENAI_API_KEY, env.OPENAI_BASE_URL]
    : [env.ANTHROPIC_API_KEY, env.ANTHROPIC_BASE_URL];
  return { apiKey: secret(key!), baseUrl: baseUrl ?? null };
}
