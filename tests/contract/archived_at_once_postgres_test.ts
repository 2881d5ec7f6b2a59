import assert from "node:assert/strict";
import { postgresUnitOfWork } from "../../adapters/postgres/unit_of_work.ts";
import { freshPostgres } from "../support/databases.ts";
import { SAMPLE_AT } from "../support/samples.ts";
import { settableClock } from "../support/settable_clock.ts";
import { freshTenant } from "./fresh_tenant.ts";

/** Long enough for a statement that waits for nobody. */
const A_WHILE_MS = 200;

const aWhile = () => new Promise((done) => setTimeout(done, A_WHILE_MS));

Deno.test("PostgreSQL: whoever archives a category waits for the units that hold it, and the other way round", async () => {
  const { sql, drop } = await freshPostgres();
  try {
    const uow = postgresUnitOfWork(sql, { clock: settableClock() });
    const { run, categories: [a, b] } = await freshTenant({ uow });
    const order: string[] = [];

    let archiving: Promise<unknown> = Promise.resolve();
    await run(async (tx) => {
      const held = await tx.categories.holdOpen([b.id, a.id]);
      assert.deepEqual(held, new Set([a.id, b.id]));
      archiving = run((other) =>
        other.categories.save([{ ...a, archivedAt: SAMPLE_AT }])
      ).then(() => order.push("archived"));
      // Others may hold it too.
      await run((other) => other.categories.holdOpen([a.id]));
      await aWhile();
      order.push("concluded");
    });
    await archiving;
    assert.deepEqual(order, ["concluded", "archived"]);

    let holding: Promise<unknown> = Promise.resolve();
    await run(async (tx) => {
      await tx.categories.save([{ ...b, archivedAt: SAMPLE_AT }]);
      holding = run((other) => other.categories.holdOpen([a.id, b.id]));
      await aWhile();
    });
    assert.deepEqual(await holding, new Set());
  } finally {
    await drop();
  }
});
