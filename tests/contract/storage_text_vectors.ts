import assert from "node:assert/strict";
import type { Tx } from "../../ports/unit_of_work.ts";
import type { EmbeddersInUse } from "../../src/processing/embedders_in_use.ts";
import { sampleExample } from "../support/samples.ts";
import { type FreshTenant, freshTenant } from "./fresh_tenant.ts";
import type { Case } from "./storage.ts";

const FIRST: EmbeddersInUse = {
  serving: "one@1",
  coming: null,
  changedAt: "2026-03-01T10:00:00.123Z",
};
const NEXT: EmbeddersInUse = {
  serving: "one@1",
  coming: "two@1",
  changedAt: "2026-03-02T10:00:00.456Z",
};

/** Of length 1, and nearest to those of similar numbers. */
function vector(n: number): Float32Array {
  return Float32Array.of(Math.cos(n / 10), 0, Math.sin(n / 10));
}

export function textVectorCases(test: Case): void {
  test("keeps which embedders are in use: the first, and each change of it", async (subject) => {
    const { run } = await freshTenant(subject);
    const other = await freshTenant(subject);
    assert.equal(await run((tx) => tx.textVectors.inUse()), null);
    assert.equal(await run((tx) => tx.textVectors.inUse("alone")), null);
    await run((tx) => tx.textVectors.begin(FIRST));
    await run((tx) => tx.textVectors.begin(NEXT));
    assert.deepEqual(await run((tx) => tx.textVectors.inUse()), FIRST);
    await run((tx) => tx.textVectors.change(NEXT));
    for (const hold of ["unchanged", "alone"] as const) {
      assert.deepEqual(await run((tx) => tx.textVectors.inUse(hold)), NEXT);
    }
    assert.equal(await other.run((tx) => tx.textVectors.inUse()), null);
  });

  test("gives vectors back by text, whether or not an example has it", async (subject) => {
    const tenant = await freshTenant(subject);
    await remember(tenant, [1]);
    await keep(tenant, "one@1", [1, 2]);
    await keep(tenant, "two@1", [3]);
    const found = await tenant.run((tx) =>
      tx.textVectors.of("one@1", ["t1", "t2", "t3"])
    );
    assert.deepEqual([...found.keys()].sort(), ["t1", "t2"]);
    for (const n of [1, 2]) {
      found.get(`t${n}`)!.forEach((x, i) =>
        assert(Math.abs(x - vector(n)[i]!) < 1e-3)
      );
    }
    assert.deepEqual(
      (await tenant.run((tx) => tx.examples.nearest("one@1", [vector(2)], 5)))[
        0
      ]!.map(({ textKey }) => textKey),
      ["t1"],
    );
  });

  test("a text that becomes an example is near by the vector it had, and no more once it is forgotten", async (subject) => {
    const tenant = await freshTenant(subject);
    const near = async () =>
      (await tenant.run((tx) => tx.examples.nearest("one@1", [vector(2)], 5)))[
        0
      ]!.map(({ textKey }) => textKey);
    await keep(tenant, "one@1", [1, 2]);
    assert.deepEqual(await near(), []);
    const [id] = await remember(tenant, [2]);
    assert.deepEqual(
      await tenant.run((tx) => tx.examples.unembedded("one@1", [id!])),
      [],
    );
    assert.deepEqual(await near(), ["t2"]);
    await tenant.run((tx) => tx.examples.forget([id!]));
    assert.deepEqual(await near(), []);
    await remember(tenant, [1, 2]);
    assert.deepEqual(await near(), ["t2", "t1"]);
  });

  test("texts without examples crowd out no other", async (subject) => {
    const tenant = await freshTenant(subject);
    const numbers = Array.from({ length: 12 }, (_, i) => i);
    const ids = await remember(tenant, numbers);
    await keep(tenant, "one@1", numbers);
    await tenant.run((tx) => tx.examples.forget(ids.slice(0, 10)));
    const [near] = await tenant.run((tx) =>
      tx.examples.nearest("one@1", [vector(0)], 2)
    );
    assert.deepEqual(near!.map(({ textKey }) => textKey), ["t10", "t11"]);
  });

  test("an undone unit sees its own changes, and leaves the search as it was", async (subject) => {
    const tenant = await freshTenant(subject);
    const near = (tx: Tx) => tx.examples.nearest("one@1", [vector(0)], 9);
    const [first] = await remember(tenant, [1, 2]);
    await keep(tenant, "one@1", [1, 3]);
    const before = await tenant.run(near);
    assert.deepEqual(before[0]!.map(({ textKey }) => textKey), ["t1"]);
    await assert.rejects(
      tenant.run(async (tx) => {
        await tx.examples.forget([first!]);
        await tx.examples.keepVectors("one@1", ["t2"], [vector(2)]);
        const [inside] = await near(tx);
        assert.deepEqual(inside!.map(({ textKey }) => textKey), ["t2"]);
        throw new Error("undone");
      }),
      /undone/,
    );
    assert.deepEqual(await tenant.run(near), before);
    await keep(tenant, "one@1", [2]);
    assert.deepEqual(
      (await tenant.run(near))[0]!.map(({ textKey }) => textKey),
      ["t1", "t2"],
    );
  });

  test("tells the texts that an example has and an embedder no vector for, in order and in parts", async (subject) => {
    const tenant = await freshTenant(subject);
    const ids = await remember(tenant, [5, 3, 1, 4]);
    await tenant.run((tx) => tx.examples.forget([ids[2]!]));
    await keep(tenant, "one@1", [4]);
    const missing = (embedder: string, after: string, limit: number) =>
      tenant.run((tx) => tx.textVectors.missing(embedder, after, limit));
    const text = (n: number) => ({ textKey: `t${n}`, text: `text ${n}` });
    assert.deepEqual(await missing("one@1", "", 9), [text(3), text(5)]);
    assert.deepEqual(await missing("one@1", "", 1), [text(3)]);
    assert.deepEqual(await missing("one@1", "t3", 9), [text(5)]);
    assert.deepEqual(await missing("two@1", "t3", 9), [text(4), text(5)]);
  });

  test("drops the vectors of embedders that are not kept, some at a time", async (subject) => {
    const [tenant, other] = [
      await freshTenant(subject),
      await freshTenant(subject),
    ];
    for (const one of [tenant, other]) {
      await keep(one, "one@1", [1, 2]);
      await keep(one, "two@1", [1, 2, 3]);
    }
    const drop = (limit: number) =>
      tenant.run((tx) => tx.textVectors.drop(["one@1", "three@1"], limit));
    assert.deepEqual([await drop(2), await drop(2), await drop(2)], [2, 1, 0]);
    const count = async ({ run }: FreshTenant, embedder: string) =>
      (await run((tx) => tx.textVectors.of(embedder, ["t1", "t2", "t3"]))).size;
    assert.deepEqual(
      [await count(tenant, "one@1"), await count(tenant, "two@1")],
      [2, 0],
    );
    assert.equal(await count(other, "two@1"), 3);
  });

  test("keeps the latest vectors of texts without examples, and all of those with", async (subject) => {
    const tenant = await freshTenant(subject);
    await remember(tenant, [1]);
    await keep(tenant, "one@1", [1]);
    for (const n of [2, 3, 4]) await keep(tenant, "one@1", [n]);
    const left = async (kept: number) => {
      await tenant.run((tx) => tx.textVectors.dropOldQueries("one@1", kept));
      const found = await tenant.run((tx) =>
        tx.textVectors.of("one@1", ["t1", "t2", "t3", "t4"])
      );
      return [...found.keys()].sort();
    };
    assert.deepEqual(await left(3), ["t1", "t2", "t3", "t4"]);
    assert.deepEqual(await left(2), ["t1", "t3", "t4"]);
    assert.deepEqual(await left(0), ["t1"]);
  });
}

async function remember(
  { run, admit, categories: [category] }: FreshTenant,
  numbers: readonly number[],
) {
  const records = await admit(numbers.map(() => ({})));
  await run((tx) =>
    tx.examples.remember(records.map(({ id: recordId }, i) =>
      sampleExample({
        recordId,
        categoryId: category.id,
        keys: [`t${numbers[i]}`],
        textKey: `t${numbers[i]}`,
        text: `text ${numbers[i]}`,
      })
    ))
  );
  return records.map(({ id }) => id);
}

async function keep(
  { run }: FreshTenant,
  embedder: string,
  numbers: readonly number[],
): Promise<void> {
  await run((tx) =>
    tx.examples.keepVectors(
      embedder,
      numbers.map((n) => `t${n}`),
      numbers.map(vector),
    )
  );
}
