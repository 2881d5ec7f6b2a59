import assert from "node:assert/strict";
import type { CategoryId } from "../../../src/kernel/ids.ts";
import { cuesOf } from "../../../src/processing/cues.ts";
import { evidenceOf } from "../../../src/processing/learning/evidence.ts";
import { propose } from "../../../src/processing/learning/propose.ts";
import { featuresOf } from "../../../src/processing/learning/record_features.ts";
import { textChances } from "../../../src/processing/learning/text_model.ts";
import { VoteBook } from "../../../src/processing/learning/vote_book.ts";
import {
  CATEGORIES,
  content,
  CONTEXT,
  example,
  many,
  replay,
} from "../../support/replayed_examples.ts";

Deno.test("each is judged by those before it: the first block by nothing, the others rightly here", () => {
  const { judged } = replay(many(300));
  assert.equal(judged.length, 250, "the first fifty have nothing before them");
  assert(judged.every(({ right }) => right));
  assert.deepEqual(judged[0]!.at, example(50).at);
});

Deno.test("what was proposed in service counts as it was, and what people found by looking does not count", () => {
  const { judged } = replay(
    many(
      200,
      (i) =>
        i === 100
          ? {
            proposed: { by: "similarity", score: 0.125, right: false },
            inclusion: 0.05,
          }
          : i === 101
          ? { inclusion: null }
          : {},
    ),
  );
  assert.equal(judged.length, 149);
  assert.deepEqual(judged[50], {
    score: 0.125,
    right: false,
    inclusion: 0.05,
    at: example(100).at,
  });
});

Deno.test("what was turned down was proposed wrongly, and teaches nothing else", () => {
  const examples = many(300);
  const turnedDown = examples.slice(200, 230).map((one) => ({
    ...one,
    categoryId: null,
  }));
  const { judged, ...found } = replay([...examples, ...turnedDown]);
  assert.equal(found.examples, 300);
  assert.deepEqual(found.classes.counts, replay(examples).classes.counts);
  assert.deepEqual(
    judged.slice(-31).map(({ right }) => right),
    [true, ...turnedDown.map(() => false)],
  );
});

Deno.test("what rules decided says nothing of what similarity is asked", () => {
  const { judged, examples } = replay(
    many(200, (i) => i >= 150 ? { reached: false } : {}),
  );
  assert.equal(examples, 200);
  assert.equal(judged.length, 100);
});

Deno.test("what a model proposed is judged beside what was learned, under its name", () => {
  const proposed = { by: "m-1@3", score: 0.75, right: false } as const;
  const { judged, answers } = replay(
    many(200, (i) => i === 100 ? { proposed } : {}),
  );
  assert.equal(judged.length, 150);
  assert(judged.every(({ right }) => right));
  assert.deepEqual(answers, [
    { ...proposed, inclusion: 1, at: example(100).at },
  ]);
});

Deno.test("a category that is not open is not learned, and weighs against the others", () => {
  const open = CATEGORIES.filter(({ name }) => name !== "Fuel");
  const { classes, judged } = replay(many(300), open);
  assert.deepEqual(classes.ids, open.map(({ categoryId }) => categoryId));
  assert.deepEqual(classes.counts, [150, 75]);
  assert.equal(judged.length, 187);
});

Deno.test("what was learned tells records apart, and says why", () => {
  const examples = many(300);
  const { classes, weights, text } = replay(examples);
  const book = new VoteBook();
  for (const { content, categoryId, recordId } of examples) {
    book.add(cuesOf(content, CONTEXT), categoryId!, recordId);
  }
  const ask = (description: string, open = new Set(classes.ids)) => {
    const asked = content(description);
    const cues = cuesOf(asked, CONTEXT);
    const chances = textChances(text, featuresOf(asked, cues, CONTEXT));
    const evidence = evidenceOf(cues, book.of(cues), chances, classes);
    return propose({ evidence, chances, classes, weights, open });
  };
  const known = ask("oak boards 9999");
  assert.equal(known.proposal, "cat_Timber");
  assert(known.score > 0.9, `${known.score}`);
  assert.deepEqual(
    known.candidates.map(({ category_id }) => category_id).toSorted(),
    ["cat_Fuel", "cat_Stationery", "cat_Timber"],
  );
  const [first] = known.candidates;
  const heard = first!.because.find(({ match }) => match === "words+context");
  assert.deepEqual([heard?.count, heard?.of], [64, 64]);

  const unseen = ask("oak veneer");
  assert.equal(unseen.proposal, "cat_Timber");
  assert(unseen.score < known.score);

  const closed = ask("oak boards 9999", new Set(["cat_Fuel" as CategoryId]));
  assert.equal(closed.proposal, "cat_Fuel");
  assert(closed.score < 0.2, "the weight of what is closed is not handed on");
});

Deno.test("nothing to learn from is learned without a fuss", () => {
  const { examples, judged, classes } = replay([]);
  assert.deepEqual([examples, judged, classes.counts], [0, [], [0, 0, 0]]);
  assert.deepEqual(replay([], []).classes.ids, []);
});

Deno.test("what is shown speaks for the candidate, against its rival", () => {
  const { classes, weights, text } = replay(many(300));
  const asked = content("oak boards 9999");
  const cues = cuesOf(asked, CONTEXT);
  const book = new VoteBook();
  for (const { content, categoryId, recordId } of many(300)) {
    book.add(cuesOf(content, CONTEXT), categoryId!, recordId);
  }
  const chances = textChances(text, featuresOf(asked, cues, CONTEXT));
  const evidence = evidenceOf(cues, book.of(cues), chances, classes);
  const open = new Set(classes.ids);
  const { candidates } = propose({ evidence, chances, classes, weights, open });
  for (const { because } of candidates) {
    const shown = because.map(({ weight }) => weight);
    assert(shown.every((weight) => weight > 0), `${shown}`);
    assert.deepEqual(shown, shown.toSorted((a, b) => b - a));
  }
  // Nothing but spelling tells the best from the rest where no key is known.
  const unknown = content("walnut planks", "Nowhere");
  const none = cuesOf(unknown, CONTEXT);
  const spelled = textChances(text, featuresOf(unknown, none, CONTEXT));
  const alone = propose({
    evidence: evidenceOf(none, new Map(), spelled, classes),
    chances: spelled,
    classes,
    weights,
    open,
  });
  assert.deepEqual(
    alone.candidates[0]!.because.map(({ match }) => match),
    ["spelling"],
  );
});
