import assert from "node:assert/strict";
import { connectPostgres } from "../../adapters/postgres/connect.ts";
import { postgresUnitOfWork } from "../../adapters/postgres/unit_of_work.ts";
import { systemClock } from "../../adapters/system/clock.ts";
import type { Tx } from "../../ports/unit_of_work.ts";
import { fail } from "../../src/kernel/result.ts";
import { freshPostgres } from "../support/databases.ts";
import { permitTo } from "../support/samples.ts";

const ENDS: Readonly<
  Record<string, readonly [(tx: Tx) => Promise<never>, RegExp]>
> = {
  "an error of the code": [() => Promise.reject(new Error("boom")), /boom/],
  "an error of the database": [
    (tx) => tx.events.after(Number.NaN, 1) as Promise<never>,
    /PostgresError: invalid input syntax/,
  ],
  "a failure": [() => Promise.resolve(fail("no") as never), /undone/],
};

for (const [what, [end, error]] of Object.entries(ENDS)) {
  Deno.test(`PostgreSQL: a connection that comes back after ${what} carries no tenant`, async () => {
    const { url, drop } = await freshPostgres();
    const sql = connectPostgres(url, { max: 1 });
    const uow = postgresUnitOfWork(sql, { clock: systemClock() });
    try {
      const who = () =>
        sql`
          select pg_backend_pid() as pid, current_user::text as role,
            coalesce(current_setting('app.tenant_id', true), '') as tenant`;
      const [before] = await who();
      await assert.rejects(
        uow.run(permitTo("categories.read"), async (tx) => {
          await tx.categories.all();
          return await end(tx);
        }).then(({ ok }) => {
          throw new Error(ok ? "done" : "undone");
        }),
        error,
      );
      assert.deepEqual([...await who()], [{ ...before, tenant: "" }]);
      await assert.rejects(
        sql.begin(async (tx) => {
          await tx`select set_config('role', 'balance_app', true)`;
          await tx`select from records`;
        }),
        /no tenant in scope/,
      );
    } finally {
      await sql.end();
      await drop();
    }
  });
}
