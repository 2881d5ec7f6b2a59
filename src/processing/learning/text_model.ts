import { BUCKETS, type SparseVector } from "./sparse.ts";

/**
 * Which category a spelling goes with: a linear model with one weight per bucket and category, kept as bytes.
 * `weights[bucket * classes + c] * scales[c]` is the weight.
 */
export interface TextModel {
  readonly classes: number;
  readonly weights: Int8Array;
  readonly scales: Float32Array;
}

/** The chances of all classes, which add up to 1 (softmax). */
export function textChances(
  { classes, weights, scales }: TextModel,
  { buckets, values }: SparseVector,
): Float64Array {
  const sums = new Float64Array(classes);
  for (let i = 0; i < buckets.length; i++) {
    const from = buckets[i]! * classes;
    const value = values[i]!;
    for (let c = 0; c < classes; c++) sums[c]! += weights[from + c]! * value;
  }
  for (let c = 0; c < classes; c++) sums[c]! *= scales[c]!;
  return softmax(sums);
}

/** In place, of the numbers from `from` to before `end`. */
export function softmax(
  sums: Float64Array,
  from = 0,
  end = sums.length,
): Float64Array {
  let most = -Infinity;
  for (let i = from; i < end; i++) most = Math.max(most, sums[i]!);
  let total = 0;
  for (let i = from; i < end; i++) {
    sums[i] = Math.exp(sums[i]! - most);
    total += sums[i]!;
  }
  for (let i = from; i < end; i++) sums[i]! /= total;
  return sums;
}

const BYTE_MAX = 127;

/** The bytes of full weights: each class by its own scale. */
export function packed(weights: Float32Array, classes: number): TextModel {
  const most = new Float32Array(classes);
  for (let at = 0; at < weights.length; at++) {
    const c = at % classes;
    most[c] = Math.max(most[c]!, Math.abs(weights[at]!));
  }
  const scales = most.map((value) => value / BYTE_MAX);
  const bytes = new Int8Array(BUCKETS * classes);
  for (let at = 0; at < weights.length; at++) {
    const scale = scales[at % classes]!;
    if (scale > 0) bytes[at] = Math.round(weights[at]! / scale);
  }
  return { classes, weights: bytes, scales };
}
