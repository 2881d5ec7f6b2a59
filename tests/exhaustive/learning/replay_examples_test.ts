import assert from "node:assert/strict";
import { sha256 } from "../../../src/kernel/sha256.ts";
import { FIRST_WEIGHTS } from "../../../src/processing/learning/combiner.ts";
import {
  CATEGORIES,
  content,
  many,
  replay,
} from "../../support/replayed_examples.ts";

Deno.test("the same examples teach the same, in whatever parts they come", () => {
  const examples = many(330);
  const whole = replay(examples);
  const parts = replay(examples, CATEGORIES, [
    examples.slice(0, 7),
    examples.slice(7, 207),
    examples.slice(207),
  ]);
  assert.deepEqual(parts, whole);
  assert.equal(whole.examples, 330);
});

Deno.test("what examples teach is known to the last bit: whoever makes it quicker changes nothing", () => {
  const doubtful = many(600, (i) => ({
    ...(i % 11 === 0 && { categoryId: CATEGORIES[i % 3]!.categoryId }),
    ...(i % 17 === 0 && { content: content(`diesel boards ${i % 5}`, "Yard") }),
    inclusion: i % 7 === 0 ? 0.2 : 1,
  }));
  const { text, ...rest } = replay(doubtful);
  const numbers = [...text.weights, ...text.scales];
  const { ids, counts } = rest.classes;
  assert.notDeepEqual(rest.weights, FIRST_WEIGHTS, "the fit is part of it");
  assert.equal(
    sha256(JSON.stringify([numbers, rest, ids, counts])),
    "e562480e3cd3ddfff7d290ac0ad82435d0011774b00695eceddb11ca71d94cb2",
  );
});
