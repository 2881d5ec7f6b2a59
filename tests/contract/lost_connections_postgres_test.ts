import assert from "node:assert/strict";
import { begin, type Enter } from "../../adapters/postgres/begin.ts";
import {
  connectPostgres,
  type Sql,
  type Transaction,
} from "../../adapters/postgres/connect.ts";
import { storageErrors } from "../../adapters/postgres/storage_down.ts";
import { openLink } from "../chaos/link.ts";
import { pause } from "../chaos/pause.ts";
import { freshPostgres } from "../support/databases.ts";

const enter: Enter = (tx) => tx`select 1`;

interface Broken {
  readonly tx: Transaction;
  /** Ends the connection of the transaction; returns once the client has seen it. */
  readonly lose: () => Promise<void>;
}

/** Where a transaction may be when its connection is lost; each would go on to send something. */
const MOMENTS: Readonly<Record<string, (broken: Broken) => Promise<unknown>>> =
  {
    "during a query": ({ tx, lose }) =>
      Promise.all([tx`select pg_sleep(60)`, lose()]),
    "between two queries": async ({ tx, lose }) => {
      await lose();
      await tx`select 1`;
    },
    "before its commit": ({ lose }) => lose(),
    "before its rollback": async ({ lose }) => {
      await lose();
      throw new Error("it would be undone");
    },
  };

const LOST = 50;

/** Runs `work` where connections can be lost: by the server's will, or by the network's. */
async function onBreakable(
  work: (sql: Sql, ways: Readonly<Record<string, Lose>>) => Promise<void>,
): Promise<void> {
  const { url, sql: admin, drop } = await freshPostgres({ empty: true });
  const address = new URL(url);
  const link = openLink(Number(address.port));
  address.port = `${link.port}`;
  const sql = connectPostgres(address.href, { max: 1 });
  try {
    await work(sql, {
      "the server ends the session": async (pid) => {
        await admin`select pg_terminate_backend(${pid}::int)`;
        await pause(LOST);
      },
      "the network is cut": async () => {
        link.cut();
        await pause(LOST);
        link.restore();
      },
    });
  } finally {
    await sql.end();
    await link.close();
    await drop();
  }
}
type Lose = (pid: number) => Promise<void>;

Deno.test("a transaction whose connection is lost fails at once, sends no more, and the pool goes on", async () => {
  await onBreakable(async (sql, ways) => {
    for (const [way, lose] of Object.entries(ways)) {
      for (const [moment, work] of Object.entries(MOMENTS)) {
        const done = begin(sql, enter, async (tx) => {
          const [row] = await tx`select pg_backend_pid() as pid`;
          return work({ tx, lose: () => lose(row!.pid) });
        });
        await assert.rejects(
          done,
          { code: "CONNECTION_CLOSED" },
          `${way} ${moment}`,
        );
        const all = await Promise.all(
          [1, 2, 3].map((i) =>
            begin(sql, enter, (tx) => tx`select ${i}::int as number`)
          ),
        );
        assert.deepEqual(all.map(([row]) => row!.number), [1, 2, 3]);
      }
    }
  });
});

Deno.test("a transaction that fails by itself is undone, and its own error is told", async () => {
  await onBreakable(async (sql) => {
    await sql`create table kept (number int)`;
    const failure = new Error("by itself");
    await assert.rejects(
      begin(sql, enter, async (tx) => {
        await tx`insert into kept values (1)`;
        throw failure;
      }),
      failure,
    );
    const value = await begin(sql, enter, async (tx) => {
      await tx`insert into kept values (2)`;
      return "done";
    });
    assert.equal(value, "done");
    assert.deepEqual([...await sql`select number from kept`], [{ number: 2 }]);
  });
});

Deno.test("a connection on which nothing is said any more is given up, and the next one works", async () => {
  const { url, drop } = await freshPostgres({ empty: true });
  const address = new URL(url);
  const link = openLink(Number(address.port));
  address.port = `${link.port}`;
  const sql = connectPostgres(address.href, { max: 1, silenceMs: 300 });
  const one = () =>
    storageErrors(() =>
      begin(sql, enter, async (tx) => (await tx`select 1 as one`)[0]!.one)
    );
  try {
    assert.equal(await one(), 1);
    link.swallow();
    await assert.rejects(one, { name: "StorageDown", code: "ETIMEDOUT" });
    link.restore();
    assert.equal(await one(), 1);
    // Nothing was asked for longer than that: the connection ended, and another is opened.
    await pause(500);
    assert.equal(await one(), 1);
  } finally {
    await sql.end();
    await link.close();
    await drop();
  }
});
