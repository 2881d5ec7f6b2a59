import assert from "node:assert/strict";
import fc from "fast-check";
import {
  placedInOrder,
  stakeOf,
  type ToPlace,
} from "../../src/approvals/review_order.ts";
import {
  type AlikeKey,
  type ApprovalId,
  uuidV7Id,
} from "../../src/kernel/ids.ts";
import { seededRandom } from "../../src/main/demo/seeded_random.ts";

const GROUP = "alk_group" as AlikeKey;

function item(id: string, given: Partial<ToPlace> = {}): ToPlace {
  return {
    id: `apr_${id}` as ApprovalId,
    alikeKey: null,
    stake: 1,
    overdue: false,
    answered: 0,
    ...given,
  };
}

const idsOf = (waiting: readonly ToPlace[]) =>
  placedInOrder(waiting).map(({ id }) => id.slice("apr_".length));

Deno.test("a stake is doubt squared times the amount's logarithm, whatever its sign and currency", () => {
  assert.equal(stakeOf(1, null), 1);
  assert.equal(stakeOf(0.5, { minor: "-1400", currency: "GBP" }), 1);
  assert.equal(stakeOf(0.5, { minor: "14", currency: "JPY" }), 1);
  assert.equal(stakeOf(0.5, { minor: "14000", currency: "KWD" }), 1);
  assert.equal(stakeOf(0, { minor: "1400000", currency: "GBP" }), 0);
});

Deno.test("items like no other come by their stakes, equal ones by id", () => {
  const waiting = [
    item("c", { stake: 2 }),
    item("b"),
    item("a"),
    item("d", { stake: 3 }),
  ];
  assert.deepEqual(idsOf(waiting), ["d", "c", "a", "b"]);
});

Deno.test("a group has the sum of its stakes, and comes once before anything comes twice", () => {
  const alike = ["m", "n", "o"].map((id) =>
    item(id, { alikeKey: GROUP, stake: 0.5 })
  );
  const placed = placedInOrder([item("z"), ...alike]);
  assert.deepEqual(
    placed.map(({ rank, priority, alike }) => [rank, priority, alike]),
    [[1, 1.5, 3], [1, 1, 1], [2, 1.5, 3], [3, 1.5, 3]],
  );
  assert.equal(placed[1]!.id, "apr_z");
});

Deno.test("what was answered for a group counts against it", () => {
  const group = (answered: number) =>
    ["m", "n", "o"].map((id) => item(id, { alikeKey: GROUP, answered }));
  const first = (answered: number) =>
    placedInOrder([item("z", { stake: 1.4 }), ...group(answered)])[0]!.alike;
  assert.equal(first(0), 3);
  assert.equal(first(1), 3);
  assert.equal(first(2), 1);
});

Deno.test("who of a group comes first is neither the oldest nor the one with most at stake, and always the same", () => {
  const random = seededRandom(1);
  const bytes = () =>
    Uint8Array.from({ length: 10 }, () => random.between(0, 255));
  const groupOf = (count: number) =>
    Array.from({ length: count }, (_, i): ToPlace => ({
      id: uuidV7Id("apr", 1_700_000_000_000 + i, bytes()),
      alikeKey: GROUP,
      stake: count - i,
      overdue: false,
      answered: 0,
    }));
  const group = groupOf(40);
  const ids = idsOf(group);
  assert.deepEqual(idsOf(group.toReversed()), ids);
  assert.notDeepEqual(ids, ids.toSorted());
  // Over many groups the first one is any of them.
  const firsts = Array.from({ length: 300 }, () => {
    const three = groupOf(3);
    const [first] = placedInOrder(three);
    return three.findIndex(({ id }) => id === first!.id);
  });
  for (const i of [0, 1, 2]) {
    const share = firsts.filter((first) => first === i).length / firsts.length;
    assert(share > 0.25 && share < 0.42, `${i} came first ${share}`);
  }
});

Deno.test("the order holds everything once, in whatever order it is given, and no rank before a lower one", () => {
  const some = fc.uniqueArray(
    fc.record({
      id: fc.integer({ min: 0, max: 999 }),
      key: fc.constantFrom(null, "a", "b", "c"),
      stake: fc.integer({ min: 0, max: 20 * 2 ** 20 }),
      overdue: fc.boolean(),
    }),
    { selector: ({ id }) => id, maxLength: 30 },
  );
  fc.assert(fc.property(some, fc.infiniteStream(fc.nat()), (given, lots) => {
    const waiting = given.map(({ id, key, stake, overdue }) =>
      item(String(id), {
        alikeKey: key as AlikeKey | null,
        stake: stake / 2 ** 20,
        overdue,
      })
    );
    const placed = placedInOrder(waiting);
    const shuffled = waiting.map((one) => ({ one, lot: lots.next().value! }))
      .sort((a, b) => a.lot - b.lot).map(({ one }) => one);
    assert.deepEqual(placedInOrder(shuffled), placed);
    assert.deepEqual(
      placed.map(({ id }) => id).sort(),
      waiting.map(({ id }) => id).sort(),
    );
    placed.forEach(({ rank, priority, alike, overdue }, i) => {
      assert(rank >= 1 && rank <= alike);
      const next = placed[i + 1];
      assert(
        !next || overdue && !next.overdue ||
          overdue === next.overdue && (next.rank > rank ||
              next.rank === rank && next.priority <= priority),
      );
    });
  }));
});
