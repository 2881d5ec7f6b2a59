import type { NearText } from "../../src/processing/example.ts";

/** A copy of `vector` of length 1; all zeros stay zeros. */
export function unitVector(vector: Float32Array): Float32Array {
  const length = Math.hypot(...vector);
  return length === 0 ? vector.slice() : vector.map((x) => x / length);
}

/** The `limit` unit vectors with the greatest cosine to `vector`, exactly, nearest first. A zero vector is near to nothing. */
export function nearestTexts(
  vector: Float32Array,
  texts: ReadonlyMap<string, Float32Array>,
  limit: number,
): readonly NearText[] {
  const asked = unitVector(vector);
  if (!asked.some((x) => x !== 0)) return [];
  const near: NearText[] = [];
  for (const [textKey, unit] of texts) {
    const similarity = Math.min(dot(asked, unit), 1);
    if (near.length === limit && similarity <= near.at(-1)!.similarity) {
      continue;
    }
    if (!unit.some((x) => x !== 0)) continue;
    const place = near.findLastIndex((n) => n.similarity >= similarity) + 1;
    near.splice(place, 0, { textKey, similarity });
    if (near.length > limit) near.pop();
  }
  return near;
}

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}
