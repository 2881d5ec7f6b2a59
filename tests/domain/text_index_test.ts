import assert from "node:assert/strict";
import fc from "fast-check";
import { TextIndex } from "../../src/processing/text_index.ts";

const DIMENSIONS = 6;

/** Some zeros, as hashed vectors have; small whole numbers, so that many cosines are equal. */
const vectors = fc.array(
  fc.integer({ min: -2, max: 2 }),
  { minLength: DIMENSIONS, maxLength: DIMENSIONS },
).map((values) => Float32Array.from(values));

/** What a walk over all texts finds. */
function plain(
  texts: ReadonlyMap<string, Float32Array>,
  asked: Float32Array,
  limit: number,
  atLeast: number,
) {
  return [...texts].filter(([, vector]) => norm(vector) > 0 && norm(asked) > 0)
    .map(([textKey, vector]) => ({
      textKey,
      similarity: cosine(vector, asked),
    }))
    .filter(({ similarity }) => similarity >= atLeast)
    .sort((a, b) =>
      Math.abs(a.similarity - b.similarity) > 1e-6
        ? b.similarity - a.similarity
        : a.textKey < b.textKey
        ? -1
        : 1
    )
    .slice(0, limit);
}

function cosine(a: Float32Array, b: Float32Array): number {
  return a.reduce((sum, x, i) => sum + x * b[i]!, 0) / norm(a) / norm(b);
}

function norm(vector: Float32Array): number {
  return Math.sqrt(vector.reduce((sum, x) => sum + x * x, 0));
}

Deno.test("the index finds what a walk over all texts finds, whatever was added and taken out", () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: 0, max: 20 }), vectors), {
        maxLength: 40,
      }),
      fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 5 }),
      vectors,
      fc.integer({ min: 1, max: 8 }),
      // No cosine of whole numbers this small is so near to one of these that rounding decides.
      fc.constantFrom(-1.001, 0.123, 0.777),
      (added, removed, asked, limit, atLeast) => {
        const index = new TextIndex();
        const texts = new Map<string, Float32Array>();
        const add = ([name, vector]: [number, Float32Array]) => {
          const key = `text ${String(name).padStart(2, "0")}`;
          index.add(key, vector);
          if (!texts.has(key) && norm(vector) > 0) texts.set(key, vector);
        };
        added.slice(0, 20).forEach(add);
        for (const name of removed) {
          const key = `text ${String(name).padStart(2, "0")}`;
          index.remove(key);
          texts.delete(key);
        }
        added.slice(20).forEach(add);
        assert.equal(index.size, texts.size);
        const found = index.nearest(asked, limit, atLeast);
        const wanted = plain(texts, asked, limit, atLeast);
        assert.equal(found.length, wanted.length);
        // Equal cosines may be rounded to two that are not: then their order is free.
        for (const [i, { textKey, similarity }] of found.entries()) {
          assert(Math.abs(similarity - wanted[i]!.similarity) < 1e-5);
          const own = cosine(texts.get(textKey)!, asked);
          assert(Math.abs(similarity - Math.min(1, own)) < 1e-5);
        }
        assert.equal(
          new Set(found.map((near) => near.textKey)).size,
          found.length,
        );
      },
    ),
  );
});

Deno.test("texts that do not count make room for others", () => {
  const index = new TextIndex();
  for (let i = 0; i < 100; i++) {
    index.add(`t${i}`, Float32Array.of(100 - i, i));
  }
  const even = (textKey: string) => Number(textKey.slice(1)) % 2 === 0;
  const found = index.nearest(Float32Array.of(1, 0), 3, -1, even);
  assert.deepEqual(found.map(({ textKey }) => textKey), ["t0", "t2", "t4"]);
});
