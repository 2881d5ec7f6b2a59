import assert from "node:assert/strict";
import { fewAtOnce } from "./few_at_once.ts";

Deno.test("work is begun in its order, so much of it at once and no more", async () => {
  const gates = Array.from({ length: 5 }, () => Promise.withResolvers<void>());
  const begun: number[] = [];
  const all = fewAtOnce(
    2,
    gates.map(({ promise }, i) => async () => {
      begun.push(i);
      await promise;
      return i * 10;
    }),
  );
  const settled = () => new Promise((resolve) => setTimeout(resolve));
  assert.deepEqual(begun, [0, 1]);
  gates[1]!.resolve();
  await settled();
  assert.deepEqual(begun, [0, 1, 2]);
  for (const { resolve } of gates) resolve();
  assert.deepEqual(await all, [0, 10, 20, 30, 40]);
  assert.deepEqual(begun, [0, 1, 2, 3, 4]);
});

Deno.test("work that breaks is told of", async () => {
  const broken = () => Promise.reject(new Error("broken"));
  await assert.rejects(fewAtOnce(2, [broken]), /broken/);
});
