import type { ModelCall, ModelReply } from "../../ports/language_model.ts";
import type { Usage } from "../../src/processing/trace.ts";
import { failed } from "./failed_reply.ts";

/** A complete answer's text as a reply. */
export function readOutput(
  call: ModelCall,
  text: string,
  usage: Usage | null,
): ModelReply {
  try {
    return {
      kind: "answered",
      output: JSON.parse(text),
      usage: usage ?? usageAtMost(call),
    };
  } catch (error) {
    if (error instanceof SyntaxError) return failed("malformed", usage);
    throw error;
  }
}

/** What a provider that does not count tokens is taken to have used: one for each byte sent, and all that it may answer. */
function usageAtMost(
  { system, input, schema, outputTokensMax }: ModelCall,
): Usage {
  const bytes = new TextEncoder()
    .encode(system + input + JSON.stringify(schema)).length;
  return { input_tokens: bytes, output_tokens: outputTokensMax };
}
