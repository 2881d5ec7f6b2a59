import assert from "node:assert/strict";
import type { RecordId } from "../../src/kernel/ids.ts";
import type { NearText } from "../../src/processing/example.ts";
import { sampleExample } from "../support/samples.ts";
import { type FreshTenant, freshTenant } from "./fresh_tenant.ts";
import type { Case } from "./storage.ts";

const DIMENSIONS = 512;
const EMBEDDER = "angles@1";

/** A unit vector at this angle in a plane of the space: the cosine of two is that of their difference. */
function at(degrees: number): Float32Array {
  const vector = new Float32Array(DIMENSIONS);
  const radians = degrees * Math.PI / 180;
  vector[3] = Math.cos(radians);
  vector[500] = Math.sin(radians);
  return vector;
}

const ZEROS = new Float32Array(DIMENSIONS);

export function nearestCases(test: Case): void {
  test("finds the nearest texts of each vector, nearest first, in the order asked", async (subject) => {
    const tenant = await freshTenant(subject);
    await embed(tenant, EMBEDDER, [0, 10, 20, 90, 181]);
    const answers = await tenant.run((tx) =>
      tx.examples.nearest(EMBEDDER, [at(4), at(95), at(21)], 3)
    );
    assertNear(answers, [
      [[0, 4], [10, 6], [20, 16]],
      [[90, 5], [20, 75], [10, 85]],
      [[20, 1], [10, 11], [0, 21]],
    ]);
    assert(answers.flat().every(({ similarity }) => similarity <= 1));
  });

  test("finds nothing that is less alike than asked for", async (subject) => {
    const tenant = await freshTenant(subject);
    await embed(tenant, EMBEDDER, [0, 40, 80, 181]);
    const within = (degrees: number) =>
      tenant.run((tx) =>
        tx.examples.nearest(
          EMBEDDER,
          [at(10), at(270)],
          5,
          Math.cos(degrees * Math.PI / 180),
        )
      );
    assertNear(await within(35), [[[0, 10], [40, 30]], []]);
    assertNear(await within(71), [[[0, 10], [40, 30], [80, 70]], []]);
    assertNear(await within(89.5), [[[0, 10], [40, 30], [80, 70]], [[
      181,
      89,
    ]]]);
  });

  test("finds all texts when there are fewer than asked for, and none in an empty memory", async (subject) => {
    const tenant = await freshTenant(subject);
    const ask = () =>
      tenant.run((tx) => tx.examples.nearest(EMBEDDER, [at(0), at(50)], 5));
    assert.deepEqual(await ask(), [[], []]);
    await embed(tenant, EMBEDDER, [30, 90]);
    assertNear(await ask(), [[[30, 30], [90, 90]], [[30, 20], [90, 40]]]);
  });

  test("never mixes the vectors of two embedders or two tenants", async (subject) => {
    const [tenant, other] = [
      await freshTenant(subject),
      await freshTenant(subject),
    ];
    await embed(tenant, EMBEDDER, [10]);
    await embed(tenant, "angles@2", [0, 1]);
    await embed(other, EMBEDDER, [2, 3]);
    const nearest = (embedder: string) =>
      tenant.run((tx) => tx.examples.nearest(embedder, [at(0)], 5));
    assertNear(await nearest(EMBEDDER), [[[10, 10]]]);
    assertNear(await nearest("angles@2"), [[[0, 0], [1, 1]]]);
    assert.deepEqual(await nearest("angles@3"), [[]]);
  });

  test("finds nothing near a vector of zeros, and never gives one as near", async (subject) => {
    const tenant = await freshTenant(subject);
    const { run } = tenant;
    await embed(tenant, EMBEDDER, [60]);
    await remember(tenant, [1]);
    await run((tx) => tx.examples.keepVectors(EMBEDDER, [textKey(1)], [ZEROS]));
    const answers = await run((tx) =>
      tx.examples.nearest(EMBEDDER, [ZEROS, at(0)], 5)
    );
    assertNear(answers, [[], [[60, 60]]]);
  });

  test("never gives a text as near that no example has any more", async (subject) => {
    const tenant = await freshTenant(subject);
    const { run } = tenant;
    const [gone] = await embed(tenant, EMBEDDER, [10, 40]);
    await run((tx) => tx.examples.forget([gone!]));
    assertNear(
      await run((tx) => tx.examples.nearest(EMBEDDER, [at(0)], 1)),
      [[[40, 40]]],
    );
  });

  test("keeps the first vector of a text", async (subject) => {
    const tenant = await freshTenant(subject);
    const { run } = tenant;
    await embed(tenant, EMBEDDER, [10]);
    const key = textKey(10);
    await run((tx) => tx.examples.keepVectors(EMBEDDER, [key], [at(70)]));
    assertNear(
      await run((tx) => tx.examples.nearest(EMBEDDER, [at(0)], 5)),
      [[[10, 10]]],
    );
  });

  test("tells which texts of which records have no vector yet, each text once", async (subject) => {
    const tenant = await freshTenant(subject);
    const { run } = tenant;
    const ids = await remember(tenant, [1, 2, 2, 3]);
    const missing = (embedder: string, recordIds = ids) =>
      run((tx) => tx.examples.unembedded(embedder, recordIds));
    const texts = (...degrees: number[]) =>
      degrees.map((d) => ({ textKey: textKey(d), text: `text ${d} 🧭` }));
    const sorted = (found: Awaited<ReturnType<typeof missing>>) =>
      found.toSorted((a, b) => a.textKey < b.textKey ? -1 : 1);
    assert.deepEqual(sorted(await missing(EMBEDDER)), texts(1, 2, 3));
    assert.deepEqual(await missing(EMBEDDER, [ids[2]!]), texts(2));
    await run((tx) =>
      tx.examples.keepVectors(EMBEDDER, [textKey(2), textKey(1)], [
        at(2),
        at(1),
      ])
    );
    assert.deepEqual(await missing(EMBEDDER), texts(3));
    assert.deepEqual(sorted(await missing("angles@2")), texts(1, 2, 3));
    await run((tx) => tx.examples.forget(ids));
    assert.deepEqual(await missing(EMBEDDER), []);
  });
}

function textKey(degrees: number): string {
  return `text:${degrees}`;
}

/** Remembers one example per angle; returns their record ids. */
async function remember(
  { run, admit, categories: [category] }: FreshTenant,
  degrees: readonly number[],
) {
  const records = await admit(degrees.map(() => ({})));
  const examples = records.map(({ id: recordId }, i) =>
    sampleExample({
      recordId,
      categoryId: category.id,
      keys: [textKey(degrees[i]!)],
      textKey: textKey(degrees[i]!),
      text: `text ${degrees[i]} 🧭`,
    })
  );
  await run((tx) => tx.examples.remember(examples));
  return records.map(({ id }) => id);
}

async function embed(
  tenant: FreshTenant,
  embedder: string,
  degrees: readonly number[],
): Promise<readonly RecordId[]> {
  const recordIds = await remember(tenant, degrees);
  await tenant.run((tx) =>
    tx.examples.keepVectors(embedder, degrees.map(textKey), degrees.map(at))
  );
  return recordIds;
}

/** Holds each answer against `[text, degrees away]`; an adapter may keep vectors as half floats. */
function assertNear(
  answers: readonly (readonly NearText[])[],
  expected: readonly (readonly (readonly [number, number])[])[],
): void {
  const keys = answers.map((near) => near.map((n) => n.textKey));
  const wanted = expected.map((near) => near.map(([text]) => textKey(text)));
  assert.deepEqual(keys, wanted);
  answers.forEach((near, i) =>
    near.forEach(({ similarity }, j) => {
      const cosine = Math.cos(expected[i]![j]![1] * Math.PI / 180);
      assert(Math.abs(similarity - cosine) < 2e-3, `${similarity} ${cosine}`);
    })
  );
}
