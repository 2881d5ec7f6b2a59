import assert from "node:assert/strict";
import { parseConfig } from "../../src/main/config.ts";
import { knownPrice } from "../../src/main/known_prices.ts";
import { parseProviderConfig } from "../../src/main/provider_config.ts";

const parsed = (env: Parameters<typeof parseProviderConfig>[0]) => {
  const read = parseProviderConfig(env);
  assert.ok(read.ok, JSON.stringify(read));
  return read.value;
};
const wrong = (env: Parameters<typeof parseProviderConfig>[0]) => {
  const read = parseProviderConfig(env);
  assert.ok(!read.ok);
  return read.failure;
};

Deno.test("with nothing configured no provider is asked, whatever keys there are", () => {
  assert.deepEqual(
    parsed({ OPENAI_API_KEY: "sk-1", BALANCE_LLM_MODEL: "gpt-5.4-mini" }),
    { model: { kind: "off" }, embedder: { kind: "hashed" } },
  );
});

Deno.test("a provider that is switched on has all that it needs", () => {
  const { model, embedder } = parsed({
    BALANCE_LLM: "anthropic",
    BALANCE_LLM_MODEL: "claude-haiku-4-5",
    BALANCE_LLM_TIMEOUT_S: "20",
    ANTHROPIC_API_KEY: "key-a",
    BALANCE_EMBEDDER: "openai",
    BALANCE_EMBEDDING_DIMENSIONS: "256",
    OPENAI_API_KEY: "key-o",
    OPENAI_BASE_URL: "http://localhost:11434/v1",
  });
  assert.ok(model.kind !== "off" && embedder.kind !== "hashed");
  assert.deepEqual({ ...model, apiKey: model.apiKey.reveal() }, {
    kind: "anthropic",
    apiKey: "key-a",
    baseUrl: null,
    model: "claude-haiku-4-5",
    price: { inputMicros: 1_000, outputMicros: 5_000 },
    timeoutMs: 20_000,
    attemptsMax: 3,
  });
  assert.deepEqual({ ...embedder, apiKey: embedder.apiKey.reveal() }, {
    kind: "openai",
    apiKey: "key-o",
    baseUrl: "http://localhost:11434/v1",
    model: "text-embedding-3-small",
    dimensions: 256,
  });
  assert.doesNotMatch(JSON.stringify({ model, embedder }), /key-/);
});

Deno.test("a price is told in dollars for a million tokens, and goes before the list's", () => {
  const price = (text: string) => {
    const { model } = parsed({
      BALANCE_LLM: "openai",
      BALANCE_LLM_MODEL: "gpt-4.1-mini",
      OPENAI_API_KEY: "k",
      ...text !== "" && { BALANCE_LLM_PRICE: text },
    });
    return model.kind === "off"
      ? null
      : [model.price.inputMicros, model.price.outputMicros];
  };
  assert.deepEqual(
    ["", "0.15/0.60", "0.075/12", "0/0", "1000/999999.999"].map(price),
    [[400, 1_600], [150, 600], [75, 12_000], [0, 0], [1_000_000, 999_999_999]],
  );
  assert.equal(knownPrice("openai", "toString"), undefined);
  assert.equal(knownPrice("anthropic", "gpt-4.1-mini"), undefined);
});

Deno.test("what a provider needs and has not is told by name, all at once", () => {
  assert.deepEqual(wrong({ BALANCE_LLM: "openai" }), [
    "OPENAI_API_KEY is missing: BALANCE_LLM is openai",
    "BALANCE_LLM_MODEL is missing: BALANCE_LLM is openai",
  ]);
  assert.deepEqual(
    wrong({
      BALANCE_LLM: "anthropic",
      BALANCE_LLM_MODEL: "my-own",
      BALANCE_EMBEDDER: "openai",
    }),
    [
      "OPENAI_API_KEY is missing: BALANCE_EMBEDDER is openai",
      "ANTHROPIC_API_KEY is missing: BALANCE_LLM is anthropic",
      "BALANCE_LLM_PRICE is missing: the price of BALANCE_LLM_MODEL is not known",
    ],
  );
});

Deno.test("what is ill-formed is told beside what is wrong elsewhere, without its value", () => {
  const read = parseConfig({
    BALANCE_LOG_LEVEL: "loud",
    BALANCE_LLM: "gemini",
    BALANCE_LLM_MODEL: "two words",
    BALANCE_LLM_PRICE: "0.15",
    BALANCE_LLM_TIMEOUT_S: "0",
    BALANCE_LLM_ATTEMPTS: "11",
    BALANCE_EMBEDDER: "glove",
    BALANCE_EMBEDDING_DIMENSIONS: "4",
    OPENAI_API_KEY: "sk- s3cr3t",
    OPENAI_BASE_URL: "ftp://u:s3cr3t@h",
    ANTHROPIC_BASE_URL: "https://",
  });
  assert.deepEqual(read, {
    ok: false,
    failure: [
      "BALANCE_LOG_LEVEL must be one of debug, info, warn, error, silent",
      "BALANCE_LLM must be one of off, openai, anthropic",
      "BALANCE_LLM_MODEL must be a model's name: up to 100 letters, digits and . : / @ _ -",
      "BALANCE_LLM_PRICE must be two prices in US dollars for a million tokens, in and out, such as 0.15/0.60",
      "BALANCE_LLM_TIMEOUT_S must be a whole number from 1 to 600",
      "BALANCE_LLM_ATTEMPTS must be a whole number from 1 to 10",
      "BALANCE_EMBEDDER must be one of hashed, openai",
      "BALANCE_EMBEDDING_DIMENSIONS must be a whole number from 8 to 2000",
      "OPENAI_API_KEY must be a key of printable characters without spaces",
      "OPENAI_BASE_URL must be an http:// or https:// address",
      "ANTHROPIC_BASE_URL must be an http:// or https:// address",
    ],
  });
});
