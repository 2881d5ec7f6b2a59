import assert from "node:assert/strict";
import type { Vote } from "../../src/processing/example.ts";
import { VOTE_DECAY } from "../../src/processing/votes.ts";
import { sampleExample } from "../support/samples.ts";
import { freshTenant } from "./fresh_tenant.ts";
import type { Case } from "./storage.ts";

const day = (n: number) => `2026-04-0${n}T00:00:00.000Z` as const;

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
}
