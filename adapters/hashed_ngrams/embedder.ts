import type { Embedder } from "../../ports/embedder.ts";
import { fold } from "../../src/records/text.ts";

const DIMENSIONS = 512;
const WORD_WEIGHT = 2;
const BIGRAM_WEIGHT = 1;
const GRAM_WEIGHT = 1;
const GRAM_MIN = 3;
const GRAM_MAX = 5;
/** Longer texts say nothing new about their category and would cost for ever. */
const CHARACTERS_MAX = 1_000;

// FNV-1a, 32 bits; each kind of feature starts from its own basis so that they never count as one.
const FNV_PRIME = 0x01000193;
const WORD_BASIS = 0x811c9dc5;
const BIGRAM_BASIS = 0x2f0b4f27;
const GRAM_BASIS = 0x5bd1e995;
const SPACE = 32;

/**
 * Vectors from spelling alone, with no model and no network: words, pairs of words and the
 * 3- to 5-letter pieces of each word of the folded text, each hashed to one of 512 signed
 * buckets (Weinberger et al. 2009, "Feature hashing"; pieces within padded words as in
 * Bojanowski et al. 2017), damped by the square root, scaled to length 1.
 */
export function hashedNgrams(): Embedder {
  return {
    id: `hashed-ngram-${DIMENSIONS}@1`,
    dimensions: DIMENSIONS,
    costly: false,
    embed: (texts) => Promise.resolve(texts.map(embedText)),
  };
}

const WORDS = /[\p{L}\p{N}]+/gu;

function embedText(text: string): Float32Array {
  const vector = new Float32Array(DIMENSIONS);
  const words = fold(text.slice(0, CHARACTERS_MAX)).match(WORDS) ?? [];
  let before = 0;
  for (const word of words) {
    const hash = addWord(vector, word);
    if (before !== 0) {
      add(vector, mix(mix(BIGRAM_BASIS, before), hash), BIGRAM_WEIGHT);
    }
    before = hash;
  }
  return scaled(vector);
}

/** Adds a word and its pieces; returns the word's hash. */
function addWord(vector: Float32Array, word: string): number {
  let hash = WORD_BASIS;
  const end = word.length;
  // From -1 to `end`: the padding makes the beginning and the end of a word pieces of their own.
  for (let from = -1; from <= end; from++) {
    const code = from < 0 || from === end ? SPACE : word.charCodeAt(from);
    if (code !== SPACE) hash = mix(hash, code);
    let piece = mix(GRAM_BASIS, code);
    const last = Math.min(from + GRAM_MAX - 1, end);
    for (let to = from + 1; to <= last; to++) {
      piece = mix(piece, to === end ? SPACE : word.charCodeAt(to));
      if (to - from + 1 >= GRAM_MIN) add(vector, piece, GRAM_WEIGHT);
    }
  }
  add(vector, hash, WORD_WEIGHT);
  return hash;
}

function mix(hash: number, value: number): number {
  return Math.imul(hash ^ value, FNV_PRIME);
}

function add(vector: Float32Array, hash: number, weight: number): void {
  // FNV's low bits are weak; this is the finishing step of MurmurHash3.
  let bits = hash ^ (hash >>> 16);
  bits = Math.imul(bits, 0x85ebca6b);
  bits ^= bits >>> 13;
  const bucket = bits & (DIMENSIONS - 1);
  vector[bucket]! += bits < 0 ? -weight : weight;
}

function scaled(vector: Float32Array): Float32Array {
  let sum = 0;
  for (let i = 0; i < DIMENSIONS; i++) sum += Math.abs(vector[i]!);
  if (sum === 0) return vector;
  // The squares of square roots add up to the absolute values, so `sum` is the squared length.
  const scale = 1 / Math.sqrt(sum);
  for (let i = 0; i < DIMENSIONS; i++) {
    const value = vector[i]!;
    if (value > 0) vector[i] = Math.sqrt(value) * scale;
    else if (value < 0) vector[i] = -Math.sqrt(-value) * scale;
  }
  return vector;
}
