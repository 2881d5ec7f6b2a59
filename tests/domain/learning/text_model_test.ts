import assert from "node:assert/strict";
import { featuresOfName } from "../../../src/processing/learning/record_features.ts";
import { TextLearner } from "../../../src/processing/learning/text_learner.ts";
import { textChances } from "../../../src/processing/learning/text_model.ts";

const LESSONS = [
  ["oak boards", 0],
  ["walnut boards", 0],
  ["office paper", 1],
  ["printer paper", 1],
  ["diesel", 2],
] as const;

function learned(passes: number): TextLearner {
  const learner = new TextLearner(3);
  for (let pass = 0; pass < passes; pass++) {
    for (const [text, c] of LESSONS) learner.learn(featuresOfName(text), c);
  }
  return learner;
}

const best = (chances: Float64Array) => chances.indexOf(Math.max(...chances));

Deno.test("chances add up to one, and are even before anything is learned", () => {
  const chances = new TextLearner(4).chances(featuresOfName("oak boards"));
  assert.deepEqual([...chances], [0.25, 0.25, 0.25, 0.25]);
});

Deno.test("texts never seen go where texts spelled alike went", () => {
  const learner = learned(10);
  assert.equal(best(learner.chances(featuresOfName("ash boards"))), 0);
  assert.equal(best(learner.chances(featuresOfName("papers"))), 1);
  assert.equal(best(learner.chances(featuresOfName("Diesel pump"))), 2);
});

Deno.test("the same lessons in the same order teach the same", () => {
  assert.deepEqual(learned(3).model(), learned(3).model());
});

Deno.test("the bytes that are kept decide as the full weights do", () => {
  const learner = learned(10);
  const model = learner.model();
  for (const [text] of [...LESSONS, ["ash boards"]] as const) {
    const vector = featuresOfName(text);
    const [full, kept] = [learner.chances(vector), textChances(model, vector)];
    full.forEach((chance, c) => assert(Math.abs(chance - kept[c]!) < 0.02));
  }
});

Deno.test("a text of nothing says nothing", () => {
  const chances = learned(10).chances(featuresOfName("  -- "));
  assert.deepEqual([...chances], [1 / 3, 1 / 3, 1 / 3]);
});
