import assert from "node:assert/strict";
import { pgliteServer } from "../../adapters/pglite/server.ts";
import { freshPglite } from "../support/databases.ts";

Deno.test("the embedded database keeps its data, alone, in a folder of its own", async (t) => {
  const parent = await Deno.makeTempDir();
  const folder = `${parent}/data of balance`;
  const step = (name: string, fn: () => Promise<void>) =>
    t.step({ name, fn, sanitizeOps: false, sanitizeResources: false });

  const first = await pgliteServer(folder);
  await step("a second opener is refused and told which folder", async () => {
    await assert.rejects(
      pgliteServer(folder),
      (error: Error) =>
        error.message.includes(`${folder} is open in another process`),
    );
  });
  await step(
    "many transactions at once queue for the one connection",
    async () => {
      await first.sql`create table kept (n integer primary key)`;
      const numbers = Array.from({ length: 40 }, (_, n) => n);
      const read = await Promise.all(
        numbers.map((n) =>
          first.sql.begin(async (tx) => {
            await tx`insert into kept values (${n})`;
            const [row] = await tx`select n from kept where n = ${n}`;
            return row!.n;
          })
        ),
      );
      assert.deepEqual(read, numbers);
    },
  );
  await first.close();

  const second = await pgliteServer(folder);
  await step(
    "what was committed is there after closing and opening again",
    async () => {
      const [row] = await second.sql`select count(*)::integer as n from kept`;
      assert.equal(row!.n, 40);
    },
  );
  await second.close();
  await Deno.remove(parent, { recursive: true });
});

Deno.test("the embedded database keeps no plan, and reads no table through where a key serves", async () => {
  const { sql, drop } = await freshPglite({ empty: true });
  await sql`create table kept (n integer primary key)`;
  for (let n = 0; n < 8; n++) {
    await sql.begin(async (tx) => {
      await tx`insert into kept values (${n})`;
      await tx`select n from kept where n = ${n}`;
    });
    await sql`select n from kept where n = ${n}`;
  }
  const [row] = await sql`
    select (select count(*)::integer from pg_prepared_statements) as prepared,
      current_setting('enable_seqscan') as "readsThrough"`;
  assert.deepEqual({ ...row }, { prepared: 0, readsThrough: "off" });
  await drop();
});

Deno.test("the embedded database refuses a folder that is none and leaves nothing open", async () => {
  const parent = await Deno.makeTempDir();
  const file = `${parent}/file`;
  await Deno.writeTextFile(file, "");
  await assert.rejects(pgliteServer(file));
  await Deno.mkdir(`${parent}/broken/data`, { recursive: true });
  await Deno.writeTextFile(`${parent}/broken/data/PG_VERSION`, "3\n");
  await assert.rejects(pgliteServer(`${parent}/broken`), /embedded database/);
  await Deno.remove(parent, { recursive: true });
});

Deno.test("the socket of the embedded database stands in a folder that only its user can enter", async () => {
  const { sql, drop } = await freshPglite({ empty: true });
  const folder = String(sql.options.path).replace(/\/[^/]*$/, "");
  const { mode } = await Deno.stat(folder);
  assert.equal(mode! & 0o777, 0o700);
  await drop();
  await assert.rejects(Deno.stat(folder), Deno.errors.NotFound);
});
