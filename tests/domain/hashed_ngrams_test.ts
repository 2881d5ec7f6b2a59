import assert from "node:assert/strict";
import fc from "fast-check";
import { hashedNgrams } from "../../adapters/hashed_ngrams/embedder.ts";
import { anyText } from "../support/any_text.ts";

const embedder = hashedNgrams();

async function vectorOf(text: string): Promise<Float32Array> {
  const [vector] = await embedder.embed([text]);
  return vector!;
}

async function cosine(a: string, b: string): Promise<number> {
  const [x, y] = await embedder.embed([a, b]);
  return x!.reduce((sum, value, i) => sum + value * y![i]!, 0);
}

Deno.test("a hashed vector has 512 dimensions and length 1, or is all zeros without words", async () => {
  await fc.assert(
    fc.asyncProperty(anyText(), async (text) => {
      const vector = await vectorOf(text);
      assert.equal(vector.length, embedder.dimensions);
      const length = Math.sqrt(vector.reduce((sum, x) => sum + x * x, 0));
      assert.ok(length === 0 || Math.abs(length - 1) < 1e-5, `${length}`);
    }),
    { numRuns: 30 },
  );
  assert.equal(embedder.id, "hashed-ngram-512@1");
  assert.ok((await vectorOf("")).every((value) => value === 0));
  assert.ok((await vectorOf(" -- // ")).every((value) => value === 0));
  assert.ok((await vectorOf("7")).some((value) => value !== 0));
});

Deno.test("a text's vector depends on nothing but the text", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.string()), async (texts) => {
      const together = await embedder.embed(texts);
      for (const [i, text] of texts.entries()) {
        assert.deepEqual(together[i], await vectorOf(text));
      }
    }),
  );
});

Deno.test("case, accents, spacing and punctuation do not change a vector", async () => {
  const plain = await vectorOf("cafe oxmere 12");
  assert.deepEqual(await vectorOf("  CAFÉ—Oxmere,  12 "), plain);
});

Deno.test("alike texts are nearer than others", async () => {
  const asked = "greenlarder stores 4417";
  const cut = await cosine(asked, "greenlarder sto");
  const other = await cosine(asked, "hobnail motor works");
  assert.ok(cut > 0.5, `${cut}`);
  assert.ok(Math.abs(other) < 0.2, `${other}`);
  assert.ok(await cosine(asked, "greenlarder stores 9120") > cut);
});

Deno.test("the order of words counts a little", async () => {
  const same = await cosine("north depot hire", "north depot hire");
  const turned = await cosine("north depot hire", "hire depot north");
  assert.ok(turned > 0.7 && turned < same - 0.01, `${turned}`);
});

Deno.test("a vector stays what it was: a change of the hashing needs a new embedder id", async () => {
  const vector = await vectorOf("ab");
  const filled = [...vector.entries()].filter(([, value]) => value !== 0)
    .map(([bucket, value]) => [bucket, Math.round(value * 1e4) / 1e4]);
  // Two for the word, one for each of " ab", "ab " and " ab ".
  assert.deepEqual(filled, [
    [76, 0.4472],
    [232, -0.4472],
    [264, -0.4472],
    [477, -0.6325],
  ]);
});
