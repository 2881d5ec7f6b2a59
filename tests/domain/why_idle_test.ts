import assert from "node:assert/strict";
import fc from "fast-check";
import type { Approval } from "../../src/approvals/approval.ts";
import {
  type QueueConditions,
  queueOf,
  type ReviewQueue,
} from "../../src/approvals/review_queue.ts";
import { sameConditions, whyIdle } from "../../src/approvals/why_idle.ts";
import type { CategoryId, ConnectionId } from "../../src/kernel/ids.ts";
import { type Instant, plusMs } from "../../src/kernel/instant.ts";
import type { Minor } from "../../src/kernel/money.ts";
import type { ReviewReason } from "../../src/processing/trace.ts";

const NOW = "2026-06-01T00:00:00.000Z" as Instant;
const CATEGORIES: readonly CategoryId[] = ["cat_a", "cat_b"];
const CONNECTIONS: readonly ConnectionId[] = ["con_a", "con_b"];
const REASONS: readonly ReviewReason[] = ["nothing_alike", "not_sure_enough"];
const MINORS: readonly Minor[] = ["0", "1", "2", "3"];
const OPEN = new Set(CATEGORIES);

const ANY: QueueConditions = {
  categoryIds: null,
  amount: null,
  because: null,
  connectionIds: null,
  ageHours: null,
};

function queue(conditions: QueueConditions, id = "que_a"): ReviewQueue {
  return { id, name: id, conditions } as ReviewQueue;
}

const minor = fc.option(fc.constantFrom(...MINORS));
const someConditions: fc.Arbitrary<QueueConditions> = fc.record({
  categoryIds: fc.option(fc.subarray([...CATEGORIES], { minLength: 1 })),
  amount: fc.option(fc.record({
    currency: fc.constantFrom("GBP", "EUR"),
    min: minor,
    max: minor,
  })),
  because: fc.option(fc.subarray([...REASONS], { minLength: 1 })),
  connectionIds: fc.option(fc.subarray([...CONNECTIONS], { minLength: 1 })),
  ageHours: fc.option(fc.integer({ min: 1, max: 3 })),
});

/** Whatever can wait: where nothing is alike nothing is suggested. */
const ITEMS: readonly Approval[] = REASONS.flatMap((because) =>
  (because === "nothing_alike" ? [null] : [null, ...CATEGORIES])
    .flatMap((suggestion) =>
      [null, ...CONNECTIONS].flatMap((connectionId) =>
        [
          null,
          ...["GBP", "EUR"].flatMap((currency) =>
            MINORS.map((minor) => ({ minor, currency }))
          ),
        ].flatMap((amount) =>
          [0, 1, 2, 3].map((hours) => ({
            suggestion,
            because,
            connectionId,
            amount,
            shownAs: null,
            createdAt: plusMs(NOW, -hours * 3_600_000),
          } as unknown as Approval))
        )
      )
    )
);

Deno.test("where a queue is said to hold nothing, nothing that can wait is in it", () => {
  let idle = 0;
  fc.assert(
    fc.property(someConditions, someConditions, (first, second) => {
      const before = [queue(first)];
      const last = queue(second, "que_b");
      if (whyIdle(second, { before, open: OPEN }) === null) return;
      idle++;
      assert(
        ITEMS.every((one) => queueOf(one, [...before, last], NOW) !== last),
      );
    }),
    { numRuns: 500, seed: 7 },
  );
  assert(idle > 50, `${idle}`);
});

Deno.test("conditions that are the same take the same, in whichever order they are listed", () => {
  fc.assert(
    fc.property(someConditions, someConditions, (a, b) => {
      const turned = (list: readonly never[] | null) => list?.toReversed();
      assert(
        sameConditions(a, {
          ...a,
          because: turned(a.because as never) ?? null,
          categoryIds: turned(a.categoryIds as never) ?? null,
        }),
      );
      if (!sameConditions(a, b)) return;
      for (const one of ITEMS) {
        assert.equal(
          queueOf(one, [queue(a)], NOW) === null,
          queueOf(one, [queue(b)], NOW) === null,
        );
      }
    }),
    { seed: 7 },
  );
});

Deno.test("why a queue holds nothing is told", () => {
  const amount = { currency: "GBP", min: "2", max: "1" } as const;
  const all = queue(ANY);
  const why = (
    conditions: Partial<QueueConditions>,
    before = [] as typeof all[],
  ) => whyIdle({ ...ANY, ...conditions }, { before, open: OPEN });
  assert.deepEqual(why({ amount }), { kind: "amount" });
  assert.equal(why({ amount: { ...amount, max: "2" } }), null);
  assert.deepEqual(
    why({ because: ["nothing_alike"], categoryIds: ["cat_a"] }),
    { kind: "suggestion" },
  );
  assert.deepEqual(why({ categoryIds: ["cat_old"] }), { kind: "archived" });
  assert.equal(why({ categoryIds: ["cat_old", "cat_a"] }), null);
  assert.deepEqual(why({ ageHours: 3 }, [all]), { kind: "taken", by: all });
  assert.equal(why({}, [queue({ ...ANY, ageHours: 3 })]), null);
});
