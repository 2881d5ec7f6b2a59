import assert from "node:assert/strict";
import { postgresUnitOfWork } from "../../adapters/postgres/unit_of_work.ts";
import { freshPostgres } from "../support/databases.ts";
import { sampleExample } from "../support/samples.ts";
import { settableClock } from "../support/settable_clock.ts";
import { freshTenant } from "./fresh_tenant.ts";

const VECTOR = Float32Array.of(1, 0, 0);
const ROUNDS = 40;

Deno.test("a text whose last example goes while another one comes stays near, whoever is first", async () => {
  const { sql, drop } = await freshPostgres();
  try {
    const uow = postgresUnitOfWork(sql, { clock: settableClock() });
    const { run, admit, categories: [category] } = await freshTenant({ uow });
    const records = await admit([{}, {}]);
    const [a, b] = records.map(({ id: recordId }) =>
      sampleExample({
        recordId,
        categoryId: category.id,
        keys: ["t"],
        textKey: "t",
      })
    );
    await run((tx) => tx.examples.remember([a!]));
    await run((tx) => tx.examples.keepVectors("one@1", ["t"], [VECTOR]));
    let [there, absent] = [a!, b!];
    for (let round = 0; round < ROUNDS; round++) {
      await Promise.all([
        run((tx) => tx.examples.forget([there.recordId])),
        run((tx) => tx.examples.remember([absent])),
      ]);
      const [near] = await run((tx) =>
        tx.examples.nearest("one@1", [VECTOR], 1)
      );
      assert.deepEqual(near, [{ textKey: "t", similarity: 1 }]);
      [there, absent] = [absent, there];
    }
    await run((tx) => tx.examples.forget([there.recordId]));
    assert.deepEqual(
      await run((tx) => tx.examples.nearest("one@1", [VECTOR], 1)),
      [[]],
    );
  } finally {
    await drop();
  }
});
