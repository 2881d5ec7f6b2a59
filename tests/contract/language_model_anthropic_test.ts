import { anthropicLanguageModel } from "../../adapters/anthropic/language_model.ts";
import type { Usage } from "../../src/processing/trace.ts";
import { testLanguageModel } from "./language_model.ts";

/** Part of the input came out of the provider's cache. */
const CACHED = 21;

const message = (
  stop_reason: string,
  text: string | null,
  { input_tokens, output_tokens }: Usage,
) => ({
  id: "msg_1",
  type: "message",
  role: "assistant",
  model: "m-1-20260101",
  content: [
    { type: "thinking", thinking: "", signature: "x" },
    ...text === null ? [] : [{ type: "text", text, citations: null }],
  ],
  stop_reason,
  stop_sequence: null,
  usage: {
    input_tokens: input_tokens - CACHED,
    cache_creation_input_tokens: null,
    cache_read_input_tokens: CACHED,
    output_tokens,
  },
});

testLanguageModel({
  name: "anthropic",
  open: ({ origin, ...given }) =>
    anthropicLanguageModel({
      ...given,
      baseUrl: origin,
      model: "m-default",
      attemptsMax: 3,
      price: { inputMicros: 150, outputMicros: 600 },
    }),
  wire: {
    request: (call, apiKey) => ({
      path: "/v1/messages",
      headers: {
        authorization: `Bearer ${apiKey}`,
        "anthropic-version": "2026-10-21",
        "content-type": "application/json",
      },
      body: {
        model: call.model,
        system: call.system,
        messages: [{ role: "user", content: call.input }],
        output_config: { format: { type: "json_schema", schema: call.schema } },
        max_tokens: call.outputTokensMax,
      },
    }),
    answer: (text, usage) => message("end_turn", text, usage),
    cutOff: (text, usage) => message("max_tokens", text, usage),
    refusals: (usage) => [
      message("refusal", null, usage),
      message("refusal", '{"answers":[]}', usage),
    ],
    error: (word) => ({
      type: "error",
      error: { type: word, message: "echo of what was sent" },
      request_id: "req_1",
    }),
    words: { wrongKey: "authentication_error", tooLong: "request_too_large" },
  },
});
