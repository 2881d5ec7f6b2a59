import assert from "node:assert/strict";
import type { SaidRejection } from "../../src/processing/example.ts";
import type { CategoryId, RecordId } from "../../src/kernel/ids.ts";
import type { Instant } from "../../src/kernel/instant.ts";
import type { Vote } from "../../src/processing/example.ts";
import { VOTE_DECAY } from "../../src/processing/votes.ts";
import { sampleExample } from "../support/samples.ts";
import { freshTenant } from "./fresh_tenant.ts";
import type { Case } from "./storage.ts";

const day = (n: number) => `2026-04-${10 + n}T00:00:00.000Z` as const;

export function exampleCases(test: Case): void {
  test("counts the votes of the latest examples of each key, most first", async (subject) => {
    const { run, admit, categories: [a, b] } = await freshTenant(subject);
    const records = await admit(Array.from({ length: 5 }, () => ({})));
    const said = [a, a, a, b, b];
    const examples = records.map(({ id }, i) =>
      sampleExample({
        recordId: id,
        categoryId: said[i]!.id,
        keys: i === 0 ? ["k", "only first"] : ["k"],
        textKey: "k",
        text: "timber 🪵",
        at: day(i + 1),
      })
    );
    await run((tx) => tx.examples.remember(examples.toReversed()));
    const vote = (key: string, i: number, ranks: readonly number[]): Vote => ({
      key,
      categoryId: said[i]!.id,
      count: ranks.length,
      weight: ranks.reduce((sum, rank) => sum + VOTE_DECAY ** rank, 0),
      latest: ranks[0]!,
      recordId: records[i]!.id,
    });
    const votes = (keys: string[], perKey: number) =>
      run((tx) => tx.examples.votes(keys, perKey));
    assert.deepEqual(await votes(["k"], 10), [
      vote("k", 2, [2, 3, 4]),
      vote("k", 4, [0, 1]),
    ]);
    assert.deepEqual(await votes(["k"], 3), [
      vote("k", 4, [0, 1]),
      vote("k", 2, [2]),
    ]);
    assert.deepEqual(await votes(["k"], 1), [vote("k", 4, [0])]);
    assert.deepEqual(await votes(["unknown"], 10), []);
    assert.deepEqual(
      (await votes(["k", "only first", "unknown", "k"], 2))
        .toSorted((x, y) => x.key < y.key ? -1 : 1),
      [vote("k", 4, [0, 1]), vote("only first", 0, [0])],
    );
  });

  test("replaces the earlier example of a record", async (subject) => {
    const { run, admit, categories: [a, b] } = await freshTenant(subject);
    const [record] = await admit([{}]);
    const first = sampleExample({
      recordId: record!.id,
      categoryId: a.id,
      keys: ["old", "both"],
      textKey: "old",
      at: day(1),
    });
    const second = {
      ...first,
      categoryId: b.id,
      keys: ["both", "new"],
      textKey: "new",
      at: day(2),
    };
    await run((tx) => tx.examples.remember([first]));
    await run((tx) => tx.examples.remember([second]));
    const votes = await run((tx) =>
      tx.examples.votes(["old", "both", "new"], 5)
    );
    const vote = {
      categoryId: b.id,
      count: 1,
      weight: 1,
      latest: 0,
      recordId: record!.id,
    };
    assert.deepEqual(votes.toSorted((x, y) => x.key < y.key ? -1 : 1), [
      { key: "both", ...vote },
      { key: "new", ...vote },
    ]);
  });

  test("forgets examples, and an undone unit forgets nothing", async (subject) => {
    const { run, admit, categories: [a] } = await freshTenant(subject);
    const records = await admit([{}, {}]);
    const [gone, kept] = records.map(({ id: recordId }, i) =>
      sampleExample({ recordId, categoryId: a.id, at: day(i + 1) })
    );
    const key = gone!.textKey;
    await run((tx) => tx.examples.remember([gone!, kept!]));
    const votes = () => run((tx) => tx.examples.votes([key], 5));
    await assert.rejects(
      run(async (tx) => {
        await tx.examples.forget([gone!.recordId, kept!.recordId]);
        assert.deepEqual(await tx.examples.votes([key], 5), []);
        throw new Error("undone");
      }),
      /undone/,
    );
    const vote = {
      key,
      categoryId: a.id,
      latest: 0,
      recordId: kept!.recordId,
    };
    assert.deepEqual(await votes(), [
      { ...vote, count: 2, weight: 1 + VOTE_DECAY },
    ]);
    await run((tx) => tx.examples.forget([gone!.recordId]));
    await run((tx) => tx.examples.forget([gone!.recordId]));
    assert.deepEqual(await votes(), [{ ...vote, count: 1, weight: 1 }]);
  });

  test("keeps what was rejected for a text until a person gives the text that category", async (subject) => {
    const { run, admit, categories: [a, b] } = await freshTenant(subject);
    const [record, other] = await admit([{}, {}]);
    const rejected = (since: Instant, ...texts: string[]) =>
      run((tx) => tx.examples.rejected(texts, since));
    const pair = (textKey: string, categoryId: CategoryId) => ({
      textKey,
      categoryId,
      recordId: other!.id,
    });
    const told = ({ textKey, categoryId }: SaidRejection) => ({
      textKey,
      categoryId,
    });
    const [one, two] = [pair("one", a.id), pair("two", b.id)];
    await run((tx) => tx.examples.reject([one, two, one], day(3)));
    await run((tx) => tx.examples.reject([pair("one", b.id)], day(1)));
    assert.deepEqual(await rejected(day(2), "one", "one", "none"), [told(one)]);
    assert.deepEqual(await rejected(day(3), "one", "two"), []);
    assert.equal((await rejected(day(0), "one")).length, 2);
    // An earlier rejection does not take the place of a later one.
    await run((tx) => tx.examples.reject([one], day(2)));
    assert.deepEqual(await rejected(day(2), "one"), [told(one)]);

    const given = (textKey: string, categoryId: CategoryId, n: number) =>
      run((tx) =>
        tx.examples.remember([
          sampleExample({
            recordId: record!.id,
            categoryId,
            keys: [textKey],
            textKey,
            at: day(n),
          }),
        ])
      );
    // What a person had said before the rejection, another category, another text: none takes it back.
    await given("one", a.id, 2);
    await given("one", b.id, 4);
    await given("two", a.id, 4);
    assert.deepEqual(await rejected(day(1), "one"), [told(one)]);
    assert.deepEqual(await rejected(day(0), "two"), [told(two)]);
    await given("one", a.id, 3);
    assert.deepEqual(await rejected(day(1), "one", "two"), [told(two)]);
    // Nobody gives the text the other category any more.
    assert.equal((await rejected(day(0), "one")).length, 1);
    await run((tx) => tx.examples.forget([record!.id]));
    assert.deepEqual(await rejected(day(1), "one"), [told(one)]);
  });

  test("puts rejections and examples back to what they were", async (subject) => {
    const { run, admit, categories: [a, b] } = await freshTenant(subject);
    const [record, other] = await admit([{}, {}]);
    const by = (recordId: RecordId) => ({
      textKey: "one",
      categoryId: a.id,
      recordId,
    });
    const [mine, theirs] = [by(record!.id), by(other!.id)];
    await run((tx) => tx.examples.reject([mine], day(1)));
    const before = await run((tx) => tx.examples.rejectedAt([theirs, mine]));
    assert.deepEqual(before, [null, day(1)]);
    await run((tx) => tx.examples.reject([theirs, mine], day(2)));
    const since = (at: Instant) =>
      run((tx) => tx.examples.rejected(["one"], at));
    assert.equal((await since(day(1))).length, 1);
    await run((tx) =>
      tx.examples.restoreRejections([
        { ...theirs, at: before[0]! },
        { ...mine, at: before[1]! },
      ])
    );
    assert.deepEqual(await since(day(1)), []);
    assert.equal((await since(day(0))).length, 1);
    const example = sampleExample({
      recordId: record!.id,
      categoryId: b.id,
      at: day(3),
    });
    await run((tx) => tx.examples.remember([example]));
    assert.deepEqual(
      await run((tx) => tx.examples.said([record!.id, other!.id])),
      [{ recordId: record!.id, categoryId: b.id, at: day(3) }],
    );
  });

  test("undoes rejections with their unit, and hides them from other tenants", async (subject) => {
    const [mine, theirs] = [
      await freshTenant(subject),
      await freshTenant(subject),
    ];
    const categoryId = mine.categories[0].id;
    const told = { textKey: "one", categoryId };
    const [record] = await mine.admit([{}]);
    const rejection = { ...told, recordId: record!.id };
    const rejected = (run: typeof mine.run) =>
      run((tx) => tx.examples.rejected(["one"], day(1)));
    await assert.rejects(
      mine.run(async (tx) => {
        await tx.examples.reject([rejection], day(2));
        throw new Error("undone");
      }),
      /undone/,
    );
    assert.deepEqual(await rejected(mine.run), []);
    await mine.run((tx) => tx.examples.reject([rejection], day(2)));
    assert.deepEqual(await rejected(mine.run), [told]);
    assert.deepEqual(await rejected(theirs.run), []);
  });
}
