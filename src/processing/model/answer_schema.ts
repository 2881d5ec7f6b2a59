import { z } from "zod";
import type { JsonObject } from "../../kernel/json.ts";

/** What a label's number says that names no label: none of them fits, or the record does not say enough. */
export const NO_LABEL_FITS = 0;
export const CANNOT_TELL = -1;

/** OpenAI refuses a schema with more values than this; beyond, only `readAnswers` holds the set closed. */
const ENUM_MAX = 1_000;

/** One answer as the model gives it. */
export const givenAnswer = z.object({
  ref: z.string(),
  quote: z.string(),
  label: z.int(),
  confidence: z.number().min(0).max(1),
});

/**
 * The strict JSON Schema of the answers, in the part of JSON Schema that every provider takes. It depends on the number
 * of labels alone: providers compile a schema when they first see it, which takes seconds.
 */
export function answerSchema(labelCount: number): JsonObject {
  const numbers = Array.from({ length: labelCount + 2 }, (_, i) => i - 1);
  const answer: JsonObject = {
    ref: { type: "string" },
    quote: { type: "string" },
    label: {
      type: "integer",
      ...numbers.length <= ENUM_MAX && { enum: numbers },
    },
    confidence: { type: "number" },
  };
  return strictObject({
    answers: { type: "array", items: strictObject(answer) },
  });
}

function strictObject(properties: JsonObject): JsonObject {
  return {
    type: "object",
    properties,
    required: Object.keys(properties),
    additionalProperties: false,
  };
}
