import Anthropic from "@anthropic-ai/sdk";
import { z } from "zod";
import type {
  LanguageModel,
  ModelCall,
  ModelReply,
} from "../../ports/language_model.ts";
import type { Usage } from "../../src/processing/trace.ts";
import { failed } from "../http_model/failed_reply.ts";
import { readOutput } from "../http_model/read_output.ts";
import { type ProviderSettings, send } from "../http_model/send.ts";

const BASE_URL = "https://api.anthropic.com";

const tokens = z.int().nonnegative();

/** What is read of a message. */
const message = z.object({
  content: z.array(z.object({
    type: z.string(),
    text: z.string().optional(),
  })),
  stop_reason: z.string().nullable(),
  usage: z.object({
    input_tokens: tokens,
    output_tokens: tokens,
    cache_creation_input_tokens: tokens.nullish(),
    cache_read_input_tokens: tokens.nullish(),
  }),
});

/** Anthropic's Messages with a JSON Schema as the format of the answer. */
export function anthropicLanguageModel(
  settings: ProviderSettings,
): LanguageModel {
  const { apiKey, baseUrl, model, attemptsMax, price, timeoutMs } = settings;
  const client = new Anthropic({
    apiKey,
    baseURL: baseUrl ?? BASE_URL,
    maxRetries: 0,
    logLevel: "off",
    // Its spans could hold content; a call is traced as what it is, one request.
    openTelemetry: false,
    // Later than the call's own end, which covers the body of the answer too.
    timeout: 2 * timeoutMs,
  });
  return {
    profile: { provider: "anthropic", model, attemptsMax, price },
    async call(call) {
      const request = messageRequest(call);
      const sent = await send(
        "anthropic",
        settings,
        (signal) => client.messages.create(request, { signal }),
      );
      return sent.kind === "received" ? replyOf(call, sent.response) : sent;
    },
  };
}

/** The API takes no temperature since its version of 2026-10-21, so the call's is left out. */
function messageRequest(
  call: ModelCall,
): Anthropic.MessageCreateParamsNonStreaming {
  return {
    model: call.model,
    system: call.system,
    messages: [{ role: "user", content: call.input }],
    output_config: { format: { type: "json_schema", schema: call.schema } },
    max_tokens: call.outputTokensMax,
  };
}

function replyOf(call: ModelCall, response: unknown): ModelReply {
  const read = message.safeParse(response);
  if (!read.success) return failed("malformed", null);
  const { content, stop_reason, usage } = read.data;
  // What is cached is told apart from the rest of the input, and is part of it.
  const used: Usage = {
    input_tokens: usage.input_tokens +
      (usage.cache_creation_input_tokens ?? 0) +
      (usage.cache_read_input_tokens ?? 0),
    output_tokens: usage.output_tokens,
  };
  switch (stop_reason) {
    case "end_turn": {
      const text = content.filter(({ type }) => type === "text")
        .map(({ text = "" }) => text).join("");
      return readOutput(call, text, used);
    }
    case "refusal":
      return failed("refused", used);
    case "max_tokens":
    case "model_context_window_exceeded":
      return failed("truncated", used);
    default:
      return failed("malformed", used);
  }
}
