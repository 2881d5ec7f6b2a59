import { z } from "zod";
import type { Embedder } from "../../ports/embedder.ts";
import { masked } from "../../src/processing/model/mask.ts";
import { openaiClient } from "./client.ts";
import { outageOf } from "./embedder_down.ts";

/** Where and how texts are embedded. */
export interface EmbeddingSettings {
  readonly apiKey: string;
  /** Null: OpenAI's own. */
  readonly baseUrl: string | null;
  readonly model: string;
  readonly dimensions: number;
  /** A request is given up after this. */
  readonly timeoutMs: number;
}

/** What OpenAI takes in one request: so many texts, and so many tokens in all of them. */
const TEXTS_MAX = 2_048;
const TOKENS_MAX = 300_000;
/** The longest text, in tokens. A token stands for one byte of UTF-8 or more, so that bytes are a safe count. */
const TEXT_TOKENS_MAX = 8_192;

const response = z.object({
  data: z.array(z.object({
    index: z.int().nonnegative(),
    embedding: z.union([z.instanceof(Float32Array), z.array(z.number())]),
  })),
});

/**
 * OpenAI's embeddings, or those of a server that speaks as it does. Texts are masked as for a language model, and each
 * distinct one is sent once. When the provider is down or limits, it throws an outage: the job is tried again.
 */
export function openaiEmbedder(settings: EmbeddingSettings): Embedder {
  const { model, dimensions } = settings;
  const embedBatch = requester(settings);
  return {
    // The version is that of what is done here to a text and a vector.
    id: `openai/${model}-${dimensions}@1`,
    dimensions,
    costly: true,
    async embed(texts) {
      const sent = texts.map((text) => cut(masked(text).trim()));
      const distinct = [...new Set(sent)].filter((text) => text !== "");
      const vectors = new Map<string, Float32Array>();
      for (const batch of batches(distinct)) {
        for (const [i, vector] of (await embedBatch(batch)).entries()) {
          vectors.set(batch[i]!, vector);
        }
      }
      return sent.map((text) =>
        vectors.get(text)?.slice() ?? new Float32Array(dimensions)
      );
    },
  };
}

/** Embeds up to `TEXTS_MAX` texts: a vector of length 1 for each, in order. */
function requester({ dimensions, model, ...settings }: EmbeddingSettings) {
  const client = openaiClient(settings);
  return async (input: readonly string[]): Promise<readonly Float32Array[]> => {
    const given = await within(
      settings.timeoutMs,
      (signal) =>
        client.embeddings.create(
          { model, dimensions, input: [...input] },
          { signal },
        ),
    );
    return inOrder(given, input.length, dimensions);
  };
}

async function within<T>(
  timeoutMs: number,
  request: (signal: AbortSignal) => PromiseLike<T>,
): Promise<T> {
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(), timeoutMs);
  try {
    return await request(late.signal);
  } catch (error) {
    throw outageOf(error, late.signal.aborted);
  } finally {
    clearTimeout(timer);
  }
}

/** The vectors by the `index` that each says, which need not be where it stands. */
function inOrder(
  given: unknown,
  count: number,
  dimensions: number,
): readonly Float32Array[] {
  const read = response.safeParse(given);
  const vectors: Float32Array[] = [];
  for (const { index, embedding } of read.data?.data ?? []) {
    if (embedding.length === dimensions) vectors[index] = unit(embedding);
  }
  const found = Object.keys(vectors).length;
  if (found !== count || vectors.length !== count) {
    throw new Error(
      `${count} vectors of ${dimensions} dimensions were asked for, and ${found} came`,
    );
  }
  return vectors;
}

function unit(embedding: ArrayLike<number>): Float32Array {
  const vector = Float32Array.from(embedding);
  const length = Math.sqrt(vector.reduce((sum, x) => sum + x * x, 0));
  return length > 0 ? vector.map((x) => x / length) : vector;
}

/** As many texts in each as a request takes. */
function* batches(texts: readonly string[]): Generator<readonly string[]> {
  let batch: string[] = [];
  let tokens = 0;
  for (const text of texts) {
    const bytes = bytesOf(text);
    if (batch.length === TEXTS_MAX || tokens + bytes > TOKENS_MAX) {
      yield batch;
      batch = [];
      tokens = 0;
    }
    batch.push(text);
    tokens += bytes;
  }
  if (batch.length > 0) yield batch;
}

function cut(text: string): string {
  if (bytesOf(text) <= TEXT_TOKENS_MAX) return text;
  const bytes = new Uint8Array(TEXT_TOKENS_MAX);
  const { read } = new TextEncoder().encodeInto(text, bytes);
  return text.slice(0, read);
}

function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length;
}
