import assert from "node:assert/strict";
import {
  chatRequest,
  openaiLanguageModel,
} from "../../adapters/openai/language_model.ts";
import { answerSchema } from "../../src/processing/model/answer_schema.ts";
import { providerServer } from "../support/provider_server.ts";
import { testLanguageModel } from "./language_model.ts";

const message = (
  finish_reason: string,
  content: string | null,
  refusal: string | null = null,
) => ({
  index: 0,
  finish_reason,
  logprobs: null,
  message: { role: "assistant", content, refusal },
});

const completion = (
  choice: ReturnType<typeof message>,
  { input_tokens, output_tokens }: {
    readonly input_tokens: number;
    readonly output_tokens: number;
  },
) => ({
  id: "chatcmpl-1",
  object: "chat.completion",
  created: 1_700_000_000,
  model: "m-1-2026-01-01",
  choices: [choice],
  usage: {
    prompt_tokens: input_tokens,
    completion_tokens: output_tokens,
    total_tokens: input_tokens + output_tokens,
  },
});

testLanguageModel({
  name: "openai",
  open: ({ origin, ...given }) =>
    openaiLanguageModel({
      ...given,
      baseUrl: `${origin}/v1`,
      model: "m-default",
      attemptsMax: 3,
      price: { inputMicros: 150, outputMicros: 600 },
    }),
  wire: {
    request: (call, apiKey) => ({
      path: "/v1/chat/completions",
      headers: {
        authorization: `Bearer ${apiKey}`,
        "content-type": "application/json",
      },
      body: {
        model: call.model,
        messages: [
          { role: "system", content: call.system },
          { role: "user", content: call.input },
        ],
        response_format: {
          type: "json_schema",
          json_schema: { name: "answers", strict: true, schema: call.schema },
        },
        max_completion_tokens: call.outputTokensMax,
        ...call.temperature !== null && { temperature: call.temperature },
      },
    }),
    answer: (text, usage) => completion(message("stop", text), usage),
    cutOff: (text, usage) => completion(message("length", text), usage),
    refusals: (usage) => [
      completion(message("stop", null, "I cannot help with that"), usage),
      completion(message("content_filter", '{"answers":[]}'), usage),
    ],
    error: (word) => ({
      error: {
        message: "echo of what was sent",
        type: "t",
        param: null,
        code: word,
      },
    }),
    words: { wrongKey: "invalid_api_key", tooLong: "context_length_exceeded" },
  },
});

const CALL = {
  model: "m-1",
  system: "é",
  input: "12",
  schema: answerSchema(1),
  outputTokensMax: 99,
  temperature: null,
};

Deno.test("openai: OpenAI itself is asked to keep nothing; other servers may not know the word", () => {
  assert.equal(chatRequest(CALL, true).store, false);
  assert.ok(!("store" in chatRequest(CALL, false)));
});

Deno.test("openai: a compatible server that counts no tokens is taken to have used the most", async () => {
  const server = providerServer();
  try {
    server.behave(() =>
      Response.json({ choices: [{ message: { content: "{}" } }] })
    );
    const model = openaiLanguageModel({
      apiKey: "none",
      baseUrl: server.origin,
      model: "m-1",
      attemptsMax: 1,
      price: { inputMicros: 0, outputMicros: 0 },
      timeoutMs: 20_000,
      onRejected: assert.fail,
    });
    const input = 2 + 2 + JSON.stringify(CALL.schema).length;
    assert.deepEqual(await model.call(CALL), {
      kind: "answered",
      output: {},
      usage: { input_tokens: input, output_tokens: 99 },
    });
  } finally {
    await server.close();
  }
});
