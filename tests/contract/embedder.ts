import assert from "node:assert/strict";
import type { Embedder } from "../../ports/embedder.ts";

/** An embedder to test, opened anew for each test; `close` ends what it needs. */
export interface EmbedderSubject {
  readonly name: string;
  open(): { readonly embedder: Embedder; close(): Promise<void> };
}

const TEXTS = [
  "greenlarder stores",
  "hobnail motor works",
  "",
  "greenlarder stores",
  "  ",
  "tallow reed paper",
  "Größe café 文具",
];

/** What every embedder promises: one vector of length 1 a text, in order, whatever else is asked with it. */
export function testEmbedder({ name, open }: EmbedderSubject): void {
  const test = (what: string, body: (embedder: Embedder) => Promise<void>) =>
    Deno.test(`${name}: ${what}`, async () => {
      const { embedder, close } = open();
      try {
        await body(embedder);
      } finally {
        await close();
      }
    });

  test("each text has its vector, in order, alone or with others", async (embedder) => {
    const together = await embedder.embed(TEXTS);
    assert.equal(together.length, TEXTS.length);
    for (const [i, text] of TEXTS.entries()) {
      const [alone] = await embedder.embed([text]);
      assert.deepEqual(alone, together[i], text);
    }
    assert.notDeepEqual(together[0], together[1]);
  });

  test("a vector has the dimensions promised and length 1, or is all zeros for a text without content", async (embedder) => {
    const vectors = await embedder.embed(TEXTS);
    for (const [i, vector] of vectors.entries()) {
      assert.ok(vector instanceof Float32Array);
      assert.equal(vector.length, embedder.dimensions);
      const length = Math.sqrt(vector.reduce((sum, x) => sum + x * x, 0));
      const expected = TEXTS[i]!.trim() === "" ? 0 : 1;
      assert.ok(Math.abs(length - expected) < 1e-5, `${TEXTS[i]}: ${length}`);
    }
  });

  test("equal texts have equal vectors that nobody shares", async (embedder) => {
    const [first, , , again] = await embedder.embed(TEXTS);
    assert.deepEqual(first, again);
    assert.notEqual(first!.buffer, again!.buffer);
    first!.fill(7);
    const [later] = await embedder.embed([TEXTS[0]!]);
    assert.deepEqual(later, again);
  });

  test("nothing asked is nothing answered", async (embedder) => {
    assert.deepEqual(await embedder.embed([]), []);
  });

  test("the id names what makes vectors comparable", (embedder) => {
    assert.match(embedder.id, /^[\w./-]+@\d+$/);
    assert.ok(embedder.id.includes(String(embedder.dimensions)));
    return Promise.resolve();
  });
}
