import assert from "node:assert/strict";
import { CLAIM_MS } from "../../ports/learning.ts";
import type { CategoryId, RecordId } from "../../src/kernel/ids.ts";
import { type Instant, plusMs } from "../../src/kernel/instant.ts";
import type { Learned } from "../../src/processing/learning/learned.ts";
import { BUCKETS } from "../../src/processing/learning/sparse.ts";
import { sampleExample, sampleOutcome } from "../support/samples.ts";
import { freshTenant } from "./fresh_tenant.ts";
import type { Case } from "./storage.ts";

const at = (n: number) => `2026-04-01T00:00:0${n}.000Z` as Instant;

function sampleLearned(version: number, ids: readonly CategoryId[]): Learned {
  const weights = new Int8Array(BUCKETS * ids.length);
  weights.set([1, -128, 127, 0, -1, version]);
  return {
    version,
    at: at(version),
    examples: 120,
    classes: {
      ids,
      index: new Map(ids.map((id, c) => [id, c])),
      counts: ids.map((_, c) => 40 + c),
    },
    text: {
      classes: ids.length,
      weights,
      scales: Float32Array.from(ids, (_, c) => 0.125 * c),
    },
    weights: [0.1, -2.5, 1 / 3],
    judged: [
      { score: 0.1 + 0.2, right: true, inclusion: 0.05, at: at(1) },
      { score: 0.5, right: false, inclusion: 1, at: at(2) },
    ],
    answers: [
      { score: 0.75, right: true, inclusion: 1, at: at(2), by: "m-1@1" },
    ],
  };
}

export function learningCases(test: Case): void {
  test("keeps what was learned, to the last bit, and the same object while it stays", async (subject) => {
    const { run, categories } = await freshTenant(subject);
    const ids = categories.map(({ id }) => id);
    assert.equal(await run((tx) => tx.learning.current()), null);
    const first = sampleLearned(1, ids);
    await run((tx) => tx.learning.keep(first));
    const read = await run((tx) => tx.learning.current());
    assert.deepEqual(read, first);
    assert.equal(await run((tx) => tx.learning.current()), read);
    await run((tx) => tx.learning.keep(sampleLearned(2, ids.slice(1))));
    assert.deepEqual(
      await run((tx) => tx.learning.current()),
      sampleLearned(2, ids.slice(1)),
    );
  });

  test("of two that learned at once one starts over, and finds what the other kept", async (subject) => {
    const { run, categories } = await freshTenant(subject);
    const ids = categories.map(({ id }) => id);
    await Promise.all([0, 1].map(() =>
      run(async (tx) => {
        const version = (await tx.learning.current())?.version ?? 0;
        await tx.learning.keep(sampleLearned(version + 1, ids));
      })
    ));
    assert.equal((await run((tx) => tx.learning.current()))?.version, 2);
  });

  test("one of many may begin to learn, until something is kept or an hour has passed", async (subject) => {
    const { run, categories } = await freshTenant(subject);
    const claim = (now: Instant) => run((tx) => tx.learning.claim(now));
    const claims = await Promise.all([0, 1, 2, 3].map(() => claim(at(1))));
    assert.equal(claims.filter(Boolean).length, 1);
    assert.equal(await run((tx) => tx.learning.current()), null);
    assert.equal(await claim(plusMs(at(1), CLAIM_MS - 1)), false);
    assert.equal(await claim(plusMs(at(1), CLAIM_MS)), true);
    assert.equal(await claim(plusMs(at(1), CLAIM_MS)), false);
    await run((tx) =>
      tx.learning.keep(sampleLearned(1, categories.map(({ id }) => id)))
    );
    assert.equal(await claim(plusMs(at(1), CLAIM_MS)), true);
    assert.equal((await run((tx) => tx.learning.current()))?.version, 1);
  });

  test("tells examples as people decided them, the latest so many, page by page", async (subject) => {
    const { run, admit, categories: [a, b] } = await freshTenant(subject);
    const records = await admit(
      Array.from({ length: 5 }, (_, i) => ({
        description: `boards ${i}`,
        amount: i === 0
          ? null
          : { minor: `${-100n * BigInt(i)}` as const, currency: "GBP" },
      })),
    );
    // The third and the fourth were decided at one time: their ids say which comes first.
    const times = [at(3), at(1), at(2), at(2), at(4)];
    const teach = (
      i: number,
      categoryId: CategoryId,
      decided: Instant = times[i]!,
    ) =>
      sampleExample({
        recordId: records[i]!.id,
        categoryId,
        keys: ["k", `k${i}`],
        textKey: "k",
        at: decided,
      });
    await run((tx) =>
      tx.examples.remember(records.map((_, i) => teach(i, a.id)))
    );
    const page = (latest: number, limit: number) =>
      run(async (tx) => {
        const all = [];
        for (let after = null;;) {
          const part = await tx.learning.page(latest, after, limit);
          all.push(...part);
          const last = part.at(-1);
          if (!last) return all;
          after = { at: last.at, recordId: last.recordId };
        }
      });
    const [third, fourth] = [2, 3].toSorted((x, y) =>
      records[x]!.id < records[y]!.id ? -1 : 1
    );
    const order = [1, third!, fourth!, 0, 4];
    const told = await page(10, 2);
    assert.deepEqual(
      told.map(({ recordId }) => recordId),
      order.map((i) => records[i]!.id),
    );
    assert.deepEqual(told.at(-1)!.at, at(4));
    const { description, counterparty, amount, attributes, occurredAt } =
      told[3]!.content;
    assert.deepEqual(
      { description, counterparty, amount, attributes, occurredAt },
      {
        description: records[0]!.description,
        counterparty: records[0]!.counterparty,
        amount: null,
        attributes: records[0]!.attributes,
        occurredAt: records[0]!.occurredAt,
      },
    );
    assert.deepEqual(
      (await page(3, 10)).map(({ recordId }) => recordId),
      order.slice(-3).map((i) => records[i]!.id),
    );

    const count = (since: Instant | null) =>
      run((tx) => tx.learning.countSince(since));
    assert.deepEqual(
      [await count(null), await count(at(2)), await count(at(4))],
      [5, 2, 0],
    );
    await run((tx) => tx.examples.remember([teach(1, b.id, at(5))]));
    await run((tx) => tx.examples.forget([records[4]!.id]));
    assert.deepEqual(
      (await page(10, 10)).map((one) => [one.recordId, one.categoryId]),
      [
        ...[third!, fourth!, 0].map((i) => [records[i]!.id, a.id]),
        [records[1]!.id, b.id],
      ],
    );
    assert.equal(await count(null), 4);
  });

  test("tells records that people turned down among the examples, where they came to look at them", async (subject) => {
    const { run, admit, categories: [a] } = await freshTenant(subject);
    const records = await admit([{}, {}, {}, {}]);
    const outcome = (i: number, inclusion: number | null) =>
      sampleOutcome({
        recordId: records[i]!.id,
        source: "similarity",
        proposed: a.id,
        settled: true,
        inclusion,
        decidedAt: at(i),
      });
    await run(async (tx) => {
      await tx.examples.remember(
        [0, 3].map((i) =>
          sampleExample({
            recordId: records[i]!.id,
            categoryId: a.id,
            at: at(i),
          })
        ),
      );
      await tx.outcomes.keep([
        outcome(1, 0.05),
        outcome(2, null),
        { ...outcome(3, 1), decided: a.id },
      ]);
    });
    const page = (
      latest: number,
      after: { at: Instant; recordId: RecordId } | null = null,
    ) =>
      run(async (tx) =>
        (await tx.learning.page(latest, after, 10))
          .map(({ recordId, categoryId, inclusion, at, reached }) => ({
            recordId,
            categoryId,
            inclusion,
            at,
            reached,
          }))
      );
    const told = [0, 1, 3].map((i) => ({
      recordId: records[i]!.id,
      categoryId: i === 1 ? null : a.id,
      inclusion: i === 1 ? 0.05 : 1,
      at: at(i),
      reached: true,
    }));
    assert.deepEqual(await page(10), told);
    assert.deepEqual(await page(2), told.slice(1));
    assert.deepEqual(await page(10, told[1]), told.slice(2));
    const count = await run((tx) => tx.learning.countSince(null));
    assert.equal(count, 2, "they are no examples");
  });

  test("hides what another tenant learned", async (subject) => {
    const [one, other] = [
      await freshTenant(subject),
      await freshTenant(subject),
    ];
    const ids = one.categories.map(({ id }) => id);
    await one.run((tx) => tx.learning.keep(sampleLearned(1, ids)));
    assert.equal(await other.run((tx) => tx.learning.current()), null);
    assert.equal(await other.run((tx) => tx.learning.countSince(null)), 0);
  });
}
