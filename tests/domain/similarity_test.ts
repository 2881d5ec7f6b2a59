import assert from "node:assert/strict";
import fc from "fast-check";
import type { CategoryId, RecordId } from "../../src/kernel/ids.ts";
import type { CueLevel, Cues } from "../../src/processing/cues.ts";
import type { NearText, Vote } from "../../src/processing/example.ts";
import {
  needsNear,
  weigh,
  type Weighed,
} from "../../src/processing/similarity.ts";

const FOOD: CategoryId = "cat_food";
const FUEL: CategoryId = "cat_fuel";
const TOOLS: CategoryId = "cat_tools";
const OPEN: ReadonlySet<CategoryId> = new Set([FOOD, FUEL, TOOLS]);

/** `level` doubles as the key. */
const LEVELS: readonly CueLevel[] = [
  "text+context",
  "words+size+context",
  "words+context",
  "text",
  "head+size+context",
];
/** Those that only what was learned weighs. */
const SILENT: readonly CueLevel[] = ["counterparty+amount", "context"];
const CUES: Cues = {
  keys: [...LEVELS, ...SILENT].map((level) => ({ level, key: level })),
  textKey: "words+context",
  text: "shell oxmere",
};

type Counts = { readonly [category: CategoryId]: number };

function votesOf(
  counts: { readonly [key: string]: Counts },
): Map<string, Vote[]> {
  return new Map(
    Object.entries(counts).map(([key, byCategory]) => [
      key,
      (Object.entries(byCategory) as [CategoryId, number][]).map(
        ([categoryId, count], latest) => ({
          key,
          categoryId,
          count,
          weight: count,
          latest,
          recordId: `rec_${key}_${categoryId}` as RecordId,
        }),
      ),
    ]),
  );
}

function weighed(
  counts: { readonly [key: string]: Counts },
  near: readonly NearText[] = [],
  open = OPEN,
  rejected: ReadonlySet<CategoryId> = new Set(),
): Weighed {
  return weigh({ cues: CUES, votes: votesOf(counts), near, open, rejected });
}

function almost(actual: number, expected: number): void {
  assert.ok(Math.abs(actual - expected) < 1e-12, `${actual} for ${expected}`);
}

Deno.test("with nothing approved before there is no proposal", () => {
  assert.deepEqual(weighed({}), { neighbours: [], proposal: null, score: 0 });
});

Deno.test("equal records that agree score n of n + 1, the rule of succession", () => {
  for (const n of [1, 2, 9, 64]) {
    const { proposal, score } = weighed({ "text+context": { [FOOD]: n } });
    assert.equal(proposal, FOOD);
    almost(score, n / (n + 1));
  }
});

Deno.test("an example speaks once, at its most specific level", () => {
  const once = weighed({ "text+context": { [FOOD]: 3 } });
  const everywhere = weighed(
    Object.fromEntries(LEVELS.map((level) => [level, { [FOOD]: 3 }])),
  );
  assert.deepEqual(everywhere, once);
});

Deno.test("a less specific level takes its part of what the one before left", () => {
  const { proposal, score, neighbours } = weighed({
    "text+context": { [FOOD]: 3 },
    "text": { [FOOD]: 4, [FUEL]: 2 },
  });
  // 3 of 3 + 1; of the quarter left, 1 of 3 + 1 (the other three food examples have spoken).
  assert.equal(proposal, FOOD);
  almost(score, 3 / 4 + 1 / 4 * 1 / 4);
  assert.deepEqual(neighbours, [
    {
      record_id: "rec_text+context_cat_food",
      category_id: FOOD,
      similarity: 1,
      count: 3,
      match: "text+context",
    },
    {
      record_id: "rec_text_cat_fuel",
      category_id: FUEL,
      similarity: 1,
      count: 2,
      match: "text",
    },
    {
      record_id: "rec_text_cat_food",
      category_id: FOOD,
      similarity: 1,
      count: 1,
      match: "text",
    },
  ]);
});

Deno.test("a near text weighs its squared similarity, damped by its number of examples", () => {
  const { proposal, score, neighbours } = weighed(
    { near: { [FOOD]: 2, [FUEL]: 1 } },
    [{ textKey: "near", similarity: 0.8 }],
  );
  const weight = 0.64 * 2; // log2(1 + 3)
  assert.equal(proposal, FOOD);
  almost(score, weight * 2 / 3 / (weight + 1));
  assert.deepEqual(neighbours[0], {
    record_id: "rec_near_cat_food",
    category_id: FOOD,
    similarity: 0.8,
    count: 2,
    match: "similar",
  });
});

Deno.test("a near text that is its own, far off or without votes says nothing", () => {
  const near = [
    { textKey: "words+context", similarity: 1 },
    { textKey: "far", similarity: 0.34 },
    { textKey: "forgotten", similarity: 0.9 },
  ];
  const counts = { "words+context": { [FOOD]: 2 }, "far": { [FUEL]: 9 } };
  assert.deepEqual(weighed(counts, near), weighed(counts));
});

Deno.test("an archived category is never proposed, and still weighs against the others", () => {
  const counts = { "text+context": { [FOOD]: 7, [FUEL]: 2 } };
  const { proposal, score } = weighed(counts, [], new Set([FUEL]));
  assert.equal(proposal, FUEL);
  almost(score, 2 / 10);
  assert.equal(weighed(counts, [], new Set()).proposal, null);
});

Deno.test("a tie goes to the same category in whatever order the votes come", () => {
  const one = weighed({ "text": { [FOOD]: 2, [TOOLS]: 2 } });
  const two = weighed({ "text": { [TOOLS]: 2, [FOOD]: 2 } });
  assert.equal(one.proposal, FOOD);
  assert.equal(two.proposal, FOOD);
});

Deno.test("near texts are looked for only where no key that tells much has votes", () => {
  assert.equal(needsNear(CUES, new Map()), true);
  assert.equal(needsNear(CUES, votesOf({ other: { [FOOD]: 5 } })), true);
  const little = ["head+size+context", ...SILENT].map((level) =>
    [level, { [FOOD]: 5 }] as const
  );
  assert.equal(needsNear(CUES, votesOf(Object.fromEntries(little))), true);
  for (const level of LEVELS.slice(0, -1)) {
    assert.equal(needsNear(CUES, votesOf({ [level]: { [FOOD]: 1 } })), false);
  }
});

Deno.test("levels that only what was learned weighs say nothing by themselves", () => {
  const silent = Object.fromEntries(
    SILENT.map((level) => [level, { [FUEL]: 60 }]),
  );
  assert.deepEqual(weighed(silent), weighed({}));
  const counts = { "text": { [FOOD]: 2 } };
  assert.deepEqual(weighed({ ...counts, ...silent }), weighed(counts));
});

const counts = fc.dictionary(
  fc.constantFrom(...LEVELS, "near"),
  fc.dictionary(
    fc.constantFrom<CategoryId>(FOOD, FUEL, TOOLS),
    fc.integer({ min: 1, max: 64 }),
  ) as fc.Arbitrary<Counts>,
);
const near = fc.array(
  fc.record({
    textKey: fc.constant("near"),
    similarity: fc.double({ min: -1, max: 1, noNaN: true }),
  }),
  { maxLength: 1 },
);

Deno.test("a score is a share: below 1, and above 0 just when something is proposed", () => {
  fc.assert(
    fc.property(counts, near, (votes, texts) => {
      const { proposal, score, neighbours } = weighed(votes, texts);
      assert.ok(score >= 0 && score < 1);
      assert.equal(score > 0, proposal !== null);
      assert.equal(neighbours.length > 0, proposal !== null);
      assert.ok(neighbours.length <= 5);
      assert.ok(neighbours.every(({ count }) => count >= 1));
    }),
  );
});

Deno.test("one more equal example of the proposal raises its score", () => {
  fc.assert(
    fc.property(counts, (votes) => {
      const first = weighed(votes);
      fc.pre(first.proposal !== null);
      const proposal = first.proposal!;
      // As a store counts it: the example has every key.
      const more = Object.fromEntries(LEVELS.map((level) => [level, {
        ...votes[level],
        [proposal]: (votes[level]?.[proposal] ?? 0) + 1,
      }]));
      const second = weighed(more);
      assert.equal(second.proposal, proposal);
      assert.ok(second.score > first.score);
    }),
  );
});

Deno.test("a category rejected for the text is not proposed, whatever the votes, and weighs against the others", () => {
  const counts = fc.dictionary(
    fc.constantFrom(...LEVELS),
    fc.dictionary(
      fc.constantFrom(FOOD, FUEL, TOOLS),
      fc.integer({ min: 1, max: 64 }),
    ),
  ) as fc.Arbitrary<{ [key: string]: Counts }>;
  fc.assert(
    fc.property(
      counts,
      fc.subarray([FOOD, FUEL, TOOLS], { minLength: 1 }),
      (counts, turnedDown) => {
        const rejected = new Set(turnedDown);
        const { proposal, score } = weighed(counts, [], OPEN, rejected);
        assert(proposal === null || !rejected.has(proposal));
        const others = OPEN.difference(rejected);
        const best = weighed(counts, [], others);
        assert.deepEqual({ proposal, score }, {
          proposal: best.proposal,
          score: best.score,
        });
        // It keeps its weight: what is left over does not grow.
        const free = weighed(counts);
        if (proposal === free.proposal) assert.equal(score, free.score);
        else assert(score <= free.score);
      },
    ),
    { numRuns: 200 },
  );
});
