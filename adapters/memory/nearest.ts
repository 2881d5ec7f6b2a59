import type { NearText } from "../../src/processing/example.ts";
import { byText, placeOf } from "./sorted.ts";

/** A copy of `vector` of length 1; all zeros stay zeros. */
export function unitVector(vector: Float32Array): Float32Array {
  const length = Math.hypot(...vector);
  return length === 0 ? vector.slice() : vector.map((x) => x / length);
}

/** The `limit` unit vectors with the greatest cosine to `vector`, exactly, nearest first, then by text key. Zeros are near to nothing. */
export function nearestTexts(
  vector: Float32Array,
  texts: Iterable<readonly [string, Float32Array]>,
  limit: number,
): readonly NearText[] {
  const asked = unitVector(vector);
  if (isZero(asked)) return [];
  const near: NearText[] = [];
  for (const [textKey, unit] of texts) {
    const text = { textKey, similarity: Math.min(dot(asked, unit), 1) };
    const place = placeOf(near, text, byNearness);
    if (place === limit || isZero(unit)) continue;
    near.splice(place, 0, text);
    if (near.length > limit) near.pop();
  }
  return near;
}

function byNearness(a: NearText, b: NearText): number {
  return b.similarity - a.similarity || byText(a.textKey, b.textKey);
}

function isZero(vector: Float32Array): boolean {
  return vector.every((x) => x === 0);
}

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}
