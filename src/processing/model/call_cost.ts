import type { JsonObject } from "../../kernel/json.ts";
import type { Usage } from "../trace.ts";
import type { Spend } from "./spend.ts";

/** Millionths of a US dollar per 1,000 tokens. */
interface Price {
  readonly inputMicros: number;
  readonly outputMicros: number;
}

/** What providers put around the texts of a call: roles, separators, the frame of a schema. */
const FRAME_TOKENS = 1_000;

/** What a call used, in millionths of a US dollar, rounded up. */
export function costOf(
  { input_tokens, output_tokens }: Usage,
  { inputMicros, outputMicros }: Price,
): number {
  const thousandths = input_tokens * inputMicros + output_tokens * outputMicros;
  return Math.ceil(thousandths / 1_000);
}

/** The most that a call can cost: a token stands for one byte of UTF-8 or more, and an answer is cut off at its most. */
export function mostOf(
  call: {
    readonly system: string;
    readonly input: string;
    readonly schema: JsonObject;
    readonly outputTokensMax: number;
  },
  price: Price,
): Spend {
  const texts = [call.system, call.input, JSON.stringify(call.schema)];
  const bytes = texts.reduce((sum, text) => sum + bytesOf(text), FRAME_TOKENS);
  const usage = { input_tokens: bytes, output_tokens: call.outputTokensMax };
  return {
    tokens: usage.input_tokens + usage.output_tokens,
    micros: costOf(usage, price),
  };
}

/** A whole number in `count` whole parts that differ by one at most and add up to it. */
export function shareOut(total: number, count: number): readonly number[] {
  const less = Math.floor(total / count);
  const rest = total - less * count;
  return Array.from({ length: count }, (_, i) => i < rest ? less + 1 : less);
}

function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length;
}
