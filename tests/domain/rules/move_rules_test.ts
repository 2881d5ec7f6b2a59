import assert from "node:assert/strict";
import fc from "fast-check";
import type { RuleId } from "../../../src/kernel/ids.ts";
import { moveRules } from "../../../src/rules/order/move_rules.ts";
import { type RuleSet } from "../../../src/rules/rule.ts";
import { anchorOf, type RuleMove } from "../../../src/rules/order/rule_move.ts";
import { ruleWith } from "./arbitraries.ts";

function setOf(ids: readonly RuleId[]): RuleSet {
  return { version: 7, rules: ids.map((id) => ruleWith({ id })) };
}
const [a, b, c, d, e] = [
  "rule_a",
  "rule_b",
  "rule_c",
  "rule_d",
  "rule_e",
] as const;
const all = [a, b, c, d, e];

function moved(...moves: RuleMove[]): readonly RuleId[] {
  const after = moveRules(setOf(all), moves);
  assert(after.ok, JSON.stringify(after));
  assert.equal(after.value.version, 8);
  return after.value.rules.map(({ id }) => id);
}

Deno.test("rules move next to others and to the ends", () => {
  assert.deepEqual(moved({ rule_id: a, after: c }), [b, c, a, d, e]);
  assert.deepEqual(moved({ rule_id: e, before: b }), [a, e, b, c, d]);
  assert.deepEqual(moved({ rule_id: d, to: "first" }), [d, a, b, c, e]);
  assert.deepEqual(moved({ rule_id: b, to: "last" }), [a, c, d, e, b]);
  assert.deepEqual(moved({ rule_id: b, after: a }), all);
});

Deno.test("an anchor may be moved itself, whichever move comes first", () => {
  const moves: RuleMove[] = [
    { rule_id: a, after: b },
    { rule_id: b, before: c },
    { rule_id: c, to: "last" },
  ];
  assert.deepEqual(moved(...moves), [d, e, b, a, c]);
  assert.deepEqual(moved(...moves.toReversed()), [d, e, b, a, c]);
});

Deno.test("several moves to one place keep the order of the moves", () => {
  assert.deepEqual(
    moved({ rule_id: e, after: a }, { rule_id: d, after: a }),
    [a, e, d, b, c],
  );
  assert.deepEqual(
    moved({ rule_id: a, before: e }, { rule_id: b, before: e }),
    [c, d, a, b, e],
  );
  assert.deepEqual(
    moved({ rule_id: c, to: "first" }, { rule_id: b, to: "first" }),
    [c, b, a, d, e],
  );
  assert.deepEqual(
    moved({ rule_id: c, to: "last" }, { rule_id: b, to: "last" }),
    [a, d, e, c, b],
  );
});

Deno.test("moves that cannot be made are refused at their places", () => {
  const x = "rule_x";
  const cases: readonly (readonly [RuleMove[], string, string])[] = [
    [
      [{ rule_id: x, to: "last" }],
      "/moves/0/rule_id",
      "is not a rule of yours",
    ],
    [[{ rule_id: a, before: x }], "/moves/0/before", "is not a rule of yours"],
    [[{ rule_id: a, after: a }], "/moves/0/after", "is the rule itself"],
    [
      [{ rule_id: a, after: b }, { rule_id: a, to: "first" }],
      "/moves/1/rule_id",
      "is moved by /moves/0 too",
    ],
    [
      [{ rule_id: a, after: b }, { rule_id: b, after: a }],
      "/moves/1",
      "closes a cycle: rule_a after rule_b, rule_b after rule_a",
    ],
    [
      [
        { rule_id: c, before: a },
        { rule_id: e, after: d },
        { rule_id: b, before: c },
        { rule_id: a, after: b },
        { rule_id: d, to: "first" },
      ],
      "/moves/3",
      "closes a cycle: rule_c before rule_a, rule_a after rule_b, rule_b before rule_c",
    ],
  ];
  for (
    const [moves, pointer, detail] of cases
  ) {
    assert.deepEqual(moveRules(setOf(all), moves), {
      ok: false,
      failure: {
        kind: "rule.order_impossible",
        category: "invalid",
        title: "The moves cannot all be made",
        facts: {},
        flaws: [{ pointer, detail }],
      },
    });
  }
});

Deno.test("two cycles are two flaws, and a long one is not told whole", () => {
  const two = moveRules(setOf(all), [
    { rule_id: a, after: b },
    { rule_id: b, after: a },
    { rule_id: c, after: a },
    { rule_id: d, before: e },
    { rule_id: e, before: d },
  ]);
  assert(!two.ok);
  assert.deepEqual(
    two.failure.flaws.map(({ pointer }) => pointer),
    ["/moves/1", "/moves/4"],
  );
  const ids = Array.from({ length: 20 }, (_, i): RuleId => `rule_${i}`);
  const long = moveRules(
    setOf(ids),
    ids.map((rule_id, i) => ({ rule_id, after: ids[(i + 1) % 20]! })),
  );
  assert(!long.ok);
  assert.match(long.failure.flaws[0]!.detail, / rule_10 and 10 more$/);
});

Deno.test("moved rules stand at their anchors, and the others keep their order", () => {
  const ids = Array.from({ length: 8 }, (_, i): RuleId => `rule_${i}`);
  const move = (rule_id: RuleId): fc.Arbitrary<RuleMove> =>
    fc.oneof(
      fc.constantFrom("first" as const, "last" as const)
        .map((to) => ({ rule_id, to })),
      fc.constantFrom(...ids).map((after) => ({ rule_id, after })),
      fc.constantFrom(...ids).map((before) => ({ rule_id, before })),
    );
  const moves = fc.shuffledSubarray(ids)
    .chain((some) => fc.tuple(...some.map(move)));
  fc.assert(
    fc.property(moves, (moves) => {
      const after = moveRules(setOf(ids), moves);
      const ofMove = new Map(moves.map((move) => [move.rule_id, move]));
      /** Whether going from anchor to anchor comes to an end. */
      const ends = (move: RuleMove | undefined, steps = 0): boolean =>
        move === undefined || steps <= moves.length &&
          ends(ofMove.get(anchorOf(move)?.id ?? "rule_none"), steps + 1);
      assert.equal(after.ok, moves.every((move) => ends(move)));
      if (!after.ok) return;
      const order = after.value.rules.map(({ id }) => id);
      assert.deepEqual(order.toSorted(), ids);
      const still = (id: RuleId) => !ofMove.has(id);
      assert.deepEqual(order.filter(still), ids.filter(still));
      for (const move of moves) {
        const at = order.indexOf(move.rule_id);
        const anchor = anchorOf(move);
        const to = anchor ? order.indexOf(anchor.id) : undefined;
        if (anchor) assert.equal(at > to!, anchor.by === "after");
        const between = to !== undefined
          ? order.slice(Math.min(at, to) + 1, Math.max(at, to))
          : "to" in move && move.to === "first"
          ? order.slice(0, at)
          : order.slice(at + 1);
        assert(!between.some(still), `${move.rule_id} in ${order}`);
      }
    }),
    { numRuns: 400 },
  );
});
