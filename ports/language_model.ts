import type { JsonObject } from "../src/kernel/json.ts";
import type { ModelFailureReason, Usage } from "../src/processing/trace.ts";

/** One request to a model, the same for every provider. */
export interface ModelCall {
  readonly model: string;
  /** The instructions and the labels. */
  readonly system: string;
  /** The records, as data. */
  readonly input: string;
  /** The JSON Schema that the provider is to hold the answer to: every member required, no others allowed. */
  readonly schema: JsonObject;
  /** The provider cuts an answer off here. */
  readonly outputTokensMax: number;
  /** Null: the provider's own. */
  readonly temperature: number | null;
}

/** What came of one call. */
export type ModelReply =
  | {
    readonly kind: "answered";
    /** The answer's JSON, parsed and not yet checked: see `read_answers.ts`. */
    readonly output: unknown;
    readonly usage: Usage;
  }
  | {
    readonly kind: "failed";
    readonly reason: ModelFailureReason;
    /** How long the provider asks to be left alone; null where it did not say. */
    readonly retryAfterMs: number | null;
    /** What is paid all the same, as for an answer that was cut off; zero where surely nothing was used, null where nobody knows. */
    readonly usage: Usage | null;
  };

/** What tokens cost, in millionths of a US dollar per 1,000 of them. */
export interface ModelPrice {
  readonly inputMicros: number;
  readonly outputMicros: number;
}

/** Whom a process asks, and what it costs. */
export interface ModelProfile {
  /** Names the provider, such as `openai`. */
  readonly provider: string;
  /** The model that is used where the tenant names none. */
  readonly model: string;
  /** How often a record is asked about. */
  readonly attemptsMax: number;
  readonly price: ModelPrice;
}

/** A provider of language models. It tries once: whoever calls it tries again, and counts. */
export interface LanguageModel {
  /** Null: switched off, never called. */
  readonly profile: ModelProfile | null;
  /** It never throws for a provider's fault, and ends in bounded time. */
  call(call: ModelCall): Promise<ModelReply>;
}
