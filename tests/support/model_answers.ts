import type { JsonObject } from "../../src/kernel/json.ts";
import type { ModelCall } from "../../ports/language_model.ts";

/** A record as a model sees it. */
export interface SeenRecord {
  readonly ref: string;
  readonly description: string;
  readonly counterparty?: string;
  readonly amount?: string;
  readonly attributes?: JsonObject;
  readonly alike?: readonly {
    readonly text: string;
    readonly label: number;
    readonly times: number;
  }[];
}

/** One answer as a model gives it; labels count from 1, 0 is none of them. */
export interface GivenAnswer {
  readonly ref: string;
  readonly quote: string;
  readonly label: number;
  readonly confidence: number;
}

/** The records of a call, in order. */
export function recordsSeen(
  { input }: Pick<ModelCall, "input">,
): readonly SeenRecord[] {
  return input.split("\n").slice(1, -1).map((line) => JSON.parse(line));
}

/** A well-formed answer for the record. */
export function answerFor(
  { ref }: Pick<SeenRecord, "ref">,
  label: number,
  given: Partial<GivenAnswer> = {},
): GivenAnswer {
  return { ref, quote: "", label, confidence: 0.9, ...given };
}
