import assert from "node:assert/strict";
import type { CategoryId, RecordId } from "../../../src/kernel/ids.ts";
import type { Instant } from "../../../src/kernel/instant.ts";
import { sha256 } from "../../../src/kernel/sha256.ts";
import { cuesOf } from "../../../src/processing/cues.ts";
import { FIRST_WEIGHTS } from "../../../src/processing/learning/combiner.ts";
import { evidenceOf } from "../../../src/processing/learning/evidence.ts";
import { propose } from "../../../src/processing/learning/propose.ts";
import { featuresOf } from "../../../src/processing/learning/record_features.ts";
import {
  type LabelledRecord,
  ReplayExamples,
  type Rests,
} from "../../../src/processing/learning/replay_examples.ts";
import { textChances } from "../../../src/processing/learning/text_model.ts";
import { VoteBook } from "../../../src/processing/learning/vote_book.ts";

const CONTEXT = ["unit"];
const CATEGORIES = ["Timber", "Stationery", "Fuel"].map((name) => ({
  name,
  categoryId: `cat_${name}` as CategoryId,
}));
const TEXTS = [
  ["oak boards", "Timber"],
  ["copy paper", "Stationery"],
  ["diesel", "Fuel"],
  ["walnut veneer", "Timber"],
] as const;

function content(description: string, unit = "Shop") {
  return {
    occurredAt: null,
    description,
    counterparty: null,
    amount: { minor: "-1250", currency: "GBP" },
    attributes: { unit },
  } as const;
}

function example(
  i: number,
  given: Partial<LabelledRecord> = {},
): LabelledRecord {
  const [text, name] = TEXTS[i % TEXTS.length]!;
  return {
    recordId: `rec_${i}` as RecordId,
    content: content(`${text} ${i}`),
    categoryId: `cat_${name}` as CategoryId,
    at: new Date(1_770_000_000_000 + i * 1_000).toISOString() as Instant,
    reached: true,
    proposed: null,
    inclusion: 1,
    ...given,
  };
}

function replay(
  examples: readonly LabelledRecord[],
  categories = CATEGORIES,
  parts = [examples],
) {
  const replay = new ReplayExamples(categories, CONTEXT, examples.length);
  for (const part of parts) toEnd(replay.absorb(part));
  return toEnd(replay.finish());
}

function toEnd<Result>(work: Rests<Result>): Result {
  for (;;) {
    const piece = work.next();
    if (piece.done) return piece.value;
  }
}

const many = (n: number, given?: (i: number) => Partial<LabelledRecord>) =>
  Array.from({ length: n }, (_, i) => example(i, given?.(i)));

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
