import type { RecordContent } from "../../records/record.ts";
import { fold } from "../../records/text.ts";
import { contextOf, type Cues, sizeOf } from "../cues.ts";
import { bucketOf, BUCKETS, hashText, type SparseVector } from "./sparse.ts";
import { spell } from "./spelling.ts";

/** What a whole thing such as the cost centre weighs beside a spelling of length 1. */
const WHOLE_WEIGHT = 0.4;
/** How many words of the description, and of the counterparty, are crossed with the context. */
const CROSSED_WORDS = 8;
const CROSSED_PARTY_WORDS = 4;

const WORDS = /[\p{L}\p{N}]+/gu;
const LETTERS = /\p{L}+/gu;

/**
 * What the text model sees of a record: the spelling of description and counterparty, damped by the square root and
 * scaled to length 1; and whole things beside it: the context and its words, the size and sign of the amount, size in
 * context, each word in context, and the record's cues.
 */
export function featuresOf(
  content: RecordContent,
  cues: Cues,
  contextAttributes: readonly string[],
): SparseVector {
  const description = fold(content.description);
  const party = fold(content.counterparty ?? "");
  const context = contextOf(content, contextAttributes);
  const place = context.join("\n");
  const sign = content.amount?.minor.startsWith("-") ? "-" : "+";
  const size = `${sizeOf(content)}${sign}`;

  const whole: string[] = [`context ${place}`, `size ${size}`];
  whole.push(`context+size ${place} ${size}`);
  for (const { key } of cues.keys) whole.push(key);
  context.forEach((value, i) => {
    for (const word of value.match(WORDS) ?? []) whole.push(`${i} ${word}`);
  });
  // Without a context these would say the words again.
  if (context.some((value) => value !== "")) {
    const words = (description.match(LETTERS) ?? []).slice(0, CROSSED_WORDS);
    for (const word of words) whole.push(`word ${word} ${place}`);
    const names = (party.match(LETTERS) ?? []).slice(0, CROSSED_PARTY_WORDS);
    for (const name of names) whole.push(`party ${name} ${place}`);
  }

  return vectorOf(`${description} ${party}`, whole);
}

/** A category's name as if a record said it. */
export function featuresOfName(name: string): SparseVector {
  return vectorOf(fold(name), []);
}

// Reused by each call: clearing what was touched costs less than a map.
const counts = new Float64Array(BUCKETS);

function vectorOf(text: string, whole: readonly string[]): SparseVector {
  const touched: number[] = [];
  spell(text.match(WORDS) ?? [], (hash, weight) => {
    const bucket = bucketOf(hash);
    if (counts[bucket] === 0) touched.push(bucket);
    counts[bucket]! += weight;
  });
  const size = touched.length;
  const buckets = new Int32Array(size + whole.length);
  const values = new Float64Array(size + whole.length);
  let total = 0;
  for (const bucket of touched) total += counts[bucket]!;
  // The squares of square roots add up to the counts, so `total` is the squared length.
  const scale = total === 0 ? 0 : 1 / Math.sqrt(total);
  touched.forEach((bucket, i) => {
    buckets[i] = bucket;
    values[i] = Math.sqrt(counts[bucket]!) * scale;
    counts[bucket] = 0;
  });
  whole.forEach((thing, i) => {
    buckets[size + i] = bucketOf(hashText(thing, WHOLE_BASIS));
    values[size + i] = WHOLE_WEIGHT;
  });
  return { buckets, values };
}

const WHOLE_BASIS = 0x01234567;
