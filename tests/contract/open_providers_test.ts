import assert from "node:assert/strict";
import { parseConfig } from "../../src/main/config.ts";
import { openEmbedders } from "../../src/main/open_embedders.ts";
import { openModel } from "../../src/main/open_model.ts";

const KEYS = { OPENAI_API_KEY: "key-o", ANTHROPIC_API_KEY: "key-a" };

async function opened(env: Readonly<Record<string, string>>) {
  const read = parseConfig({ ...KEYS, ...env });
  assert.ok(read.ok, JSON.stringify(read));
  const { model, embedder } = read.value;
  const embedders = await openEmbedders(embedder);
  return {
    profile: (await openModel(model, assert.fail)).profile,
    embedder: embedders.embedder.id,
    others: embedders.otherEmbedders.map(({ id }) => id),
  };
}

Deno.test("what is configured is what is opened", async () => {
  assert.deepEqual(await opened({}), {
    profile: null,
    embedder: "hashed-ngram-512@1",
    others: [],
  });
  const model = { BALANCE_LLM_MODEL: "m-1", BALANCE_LLM_PRICE: "0.15/0.60" };
  const profile = {
    model: "m-1",
    attemptsMax: 3,
    price: { inputMicros: 150, outputMicros: 600 },
  };
  assert.deepEqual(await opened({ ...model, BALANCE_LLM: "anthropic" }), {
    profile: { provider: "anthropic", ...profile },
    embedder: "hashed-ngram-512@1",
    others: [],
  });
  assert.deepEqual(
    await opened({
      ...model,
      BALANCE_LLM: "openai",
      BALANCE_EMBEDDER: "openai",
    }),
    {
      profile: { provider: "openai", ...profile },
      embedder: "openai/text-embedding-3-small-512@1",
      others: ["hashed-ngram-512@1"],
    },
  );
});
