import OpenAI from "openai";
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
import { openaiClient } from "./client.ts";

/** What is read of a completion: servers that are compatible leave out much of the rest. */
const completion = z.object({
  choices: z.array(z.object({
    finish_reason: z.string().nullish(),
    message: z.object({
      content: z.string().nullish(),
      refusal: z.string().nullish(),
    }),
  })).min(1),
  usage: z.object({
    prompt_tokens: z.int().nonnegative(),
    completion_tokens: z.int().nonnegative(),
  }).nullish(),
});

/** OpenAI's chat completions with a strict JSON Schema, or any server that speaks them. */
export function openaiLanguageModel(settings: ProviderSettings): LanguageModel {
  const { model, attemptsMax, price } = settings;
  const client = openaiClient(settings);
  return {
    profile: { provider: "openai", model, attemptsMax, price },
    async call(call) {
      const request = chatRequest(call, settings.baseUrl === null);
      const sent = await send(
        "openai",
        settings,
        (signal) => client.chat.completions.create(request, { signal }),
      );
      return sent.kind === "received" ? replyOf(call, sent.response) : sent;
    },
  };
}

/** The request. `isOpenAI`: other servers may refuse what only OpenAI knows. */
export function chatRequest(
  call: ModelCall,
  isOpenAI: boolean,
): OpenAI.ChatCompletionCreateParamsNonStreaming {
  return {
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
    // A company's records are not to be kept there.
    ...isOpenAI && { store: false },
  };
}

function replyOf(call: ModelCall, response: unknown): ModelReply {
  const read = completion.safeParse(response);
  if (!read.success) return failed("malformed", null);
  const { choices: [choice], usage } = read.data;
  const used: Usage | null = usage
    ? {
      input_tokens: usage.prompt_tokens,
      output_tokens: usage.completion_tokens,
    }
    : null;
  const { finish_reason, message: { content, refusal } } = choice!;
  if (refusal || finish_reason === "content_filter") {
    return failed("refused", used);
  }
  if (finish_reason === "length") return failed("truncated", used);
  return content ? readOutput(call, content, used) : failed("malformed", used);
}
