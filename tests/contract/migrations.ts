import assert from "node:assert/strict";
import { RETENTION_DEFAULT } from "../../src/privacy/retention.ts";
import { NONE_PASSED_OVER } from "../../src/rules/history/passed_over.ts";
import { NO_COUNTS } from "../../src/rules/history/run.ts";
import { MODEL_SETTINGS_DEFAULT } from "../../src/tenancy/model_settings.ts";
import type { Sql } from "../../adapters/postgres/connect.ts";
import { migrate } from "../../adapters/postgres/migrate.ts";
import { type FreshDatabase, MIGRATIONS } from "../support/databases.ts";

const ONE = "create table one (n integer);";
const TWO = "create table two (n integer);";

/** What migrating promises, on an empty database. */
export function migrationsContract(
  name: string,
  fresh: (options: { readonly empty: true }) => Promise<FreshDatabase>,
): void {
  const emptyTest = (
    promise: string,
    body: (sql: Sql, folder: string) => Promise<void>,
  ) =>
    Deno.test(`${name} migrations: ${promise}`, async () => {
      const folder = await Deno.makeTempDir();
      const { sql, drop } = await fresh({ empty: true });
      try {
        await body(sql, folder);
      } finally {
        await drop();
        await Deno.remove(folder, { recursive: true });
      }
    });

  emptyTest("the project's own apply in order, and once", async (sql) => {
    const files = [...Deno.readDirSync(MIGRATIONS)].map(({ name }) => name);
    assert.deepEqual(await migrate(sql, MIGRATIONS), files.sort());
    assert.deepEqual(await migrate(sql, MIGRATIONS), []);
  });

  emptyTest(
    "tenants from before back-tests, models and target precision keep what they set, and get the rest",
    async (sql, folder) => {
      const all = [...Deno.readDirSync(MIGRATIONS)].map(({ name }) => name);
      const apply = async (files: readonly string[]) => {
        for (const file of files) {
          await Deno.copyFile(new URL(file, MIGRATIONS), `${folder}/${file}`);
        }
        await migrate(sql, folder);
      };
      await apply(all.filter((file) => file < "0010"));
      const chosen = {
        similarityThreshold: 0.875,
        contextAttributes: ["unit"],
      };
      const untouched = { ...chosen, similarityThreshold: 0.9 };
      const ahead = { ...chosen, targetPrecision: 0.98, auditRate: 0 };
      for (const [i, settings] of [chosen, untouched, ahead].entries()) {
        await sql`
        insert into tenants (id, version, name, settings, created_at)
        values (${`ten_${i}`}, 1, 'Foxglove', ${sql.json(settings)}, now())`;
      }
      await apply(all.filter((file) => file >= "0010"));
      const given = {
        targetPrecision: 0.95,
        auditRate: 0.05,
        requireBacktest: false,
        fourEyesAbove: [],
        model: MODEL_SETTINGS_DEFAULT,
        retention: RETENTION_DEFAULT,
      };
      assert.deepEqual(
        [...await sql`select version, settings from tenants order by id`],
        [
          { version: 1, settings: { ...given, ...chosen } },
          {
            version: 1,
            settings: { ...given, ...untouched, similarityThreshold: null },
          },
          { version: 1, settings: { ...given, ...ahead } },
        ],
      );
    },
  );

  emptyTest(
    "who said what before a decision of two is told of decisions from before, and figures of runs from before add up",
    async (sql, folder) => {
      const all = [...Deno.readDirSync(MIGRATIONS)].map(({ name }) => name);
      for (const file of all.filter((file) => file < "0035")) {
        await Deno.copyFile(new URL(file, MIGRATIONS), `${folder}/${file}`);
      }
      await migrate(sql, folder);
      const first = { verdict: "approve", categoryId: "cat_1", by: "usr_1" };
      const before = (verdicts: readonly unknown[]) =>
        sql.json({ verdicts, record: null } as never);
      await sql.begin(async (tx) => {
        // What rows refer to is not what this is about.
        await tx`set local session_replication_role = replica`;
        for (const one of ["by_two", "by_one", "undone"]) {
          const state = one === "undone" ? "waiting" : "decided";
          const ended = one === "undone"
            ? { verdict: null, by: null, at: null }
            : { verdict: "approve", by: "usr_2", at: "2026-01-01" };
          await tx`
          insert into approvals (tenant_id, id, version, record_id, because, confidence, created_at, state, verdict,
            decided_by, ended_at, decision_id)
          values ('ten_1', ${one}, 1, ${`rec_${one}`}, 'nothing_alike', 0, now(), ${state}, ${ended.verdict},
            ${ended.by}, ${ended.at}, ${
            one === "undone" ? null : `dcn_${one}`
          })`;
          await tx`
          insert into decision_items (tenant_id, decision_id, approval_id, record_id, before)
          values ('ten_1', ${`dcn_${one}`}, ${one}, ${`rec_${one}`}, ${
            before(one === "by_one" ? [] : [first])
          })`;
        }
        for (const cause of ["rule", "backtest"]) {
          await tx`
          insert into rule_runs (tenant_id, id, version, created_at, created_by, rule_id, backtest_id, ruleset_version,
            filter, state, counts)
          values ('ten_1', ${cause}, 1, now(), 'usr_1', ${
            cause === "rule" ? "rule_1" : null
          }, ${cause === "rule" ? null : "bt_1"}, 1, '{}', 'applied', ${
            sql.json({ scanned: 9, changed: 4, left: 2, restored: 0, kept: 0 })
          })`;
        }
      });
      await migrate(sql, MIGRATIONS);
      assert.deepEqual(
        [...await sql`select id, verdicts from approvals order by id`],
        [
          { id: "by_one", verdicts: [] },
          { id: "by_two", verdicts: [first] },
          { id: "undone", verdicts: [] },
        ],
      );
      const counts = {
        ...NO_COUNTS,
        scanned: 9,
        changed: 4,
      };
      assert.deepEqual(
        [...await sql`select id, counts from rule_runs order by id`],
        [
          {
            id: "backtest",
            counts: {
              ...counts,
              passedOver: {
                ...NONE_PASSED_OVER,
                changed_since: 2,
                undecided: 3,
              },
            },
          },
          {
            id: "rule",
            counts: {
              ...counts,
              unchanged: 3,
              passedOver: { ...NONE_PASSED_OVER, category_archived: 2 },
            },
          },
        ],
      );
    },
  );

  emptyTest(
    "approvals that were withdrawn before verdicts were kept get those that stand",
    async (sql, folder) => {
      const all = [...Deno.readDirSync(MIGRATIONS)].map(({ name }) => name);
      const apply = async (isDue: (file: string) => boolean) => {
        for (const file of all.filter(isDue)) {
          await Deno.copyFile(new URL(file, MIGRATIONS), `${folder}/${file}`);
        }
        await migrate(sql, folder);
      };
      await apply((file) => file < "0036");
      await sql.unsafe(`
        insert into tenants (id, version, name, settings, created_at) values ('ten_1', 1, 'Foxglove', '{}', now());
        set session_replication_role = replica;
        insert into approvals (
          tenant_id, id, version, record_id, because, confidence, inclusion, created_at, state, ended_at)
        values
          ('ten_1', 'apr_1', 1, 'rec_1', 'nothing_alike', 0, 1, now(), 'withdrawn', now()),
          ('ten_1', 'apr_2', 1, 'rec_2', 'nothing_alike', 0, 1, now(), 'withdrawn', now());
        insert into decision_items (tenant_id, decision_id, approval_id, record_id, before, undone_at, undone_by)
        values
          ('ten_1', 'dcn_1', 'apr_1', 'rec_1', '{}', now(), 'usr_1'),
          ('ten_1', 'dcn_2', 'apr_1', 'rec_1', '{}', null, null);
        insert into approval_history (tenant_id, id, approval_id, record_id, kind, at, by, verdict, decision_id)
        values
          ('ten_1', 'aph_1', 'apr_1', 'rec_1', 'verdict_given', '2026-06-01T12:00:00.000Z', 'usr_1', 'reject', 'dcn_1'),
          ('ten_1', 'aph_2', 'apr_1', 'rec_1', 'disagreed', '2026-06-01T12:00:00.250Z', 'usr_2', 'reject', 'dcn_2');
        set session_replication_role = origin`);
      await apply((file) => file >= "0036");
      const kept = await sql`select verdicts from approvals order by id`;
      assert.deepEqual(kept.map(({ verdicts }) => verdicts), [[{
        verdict: "reject",
        categoryId: null,
        by: "usr_2",
        at: "2026-06-01T12:00:00.250Z",
        decisionId: "dcn_2",
      }], []]);
    },
  );

  emptyTest(
    "a file that was changed after it was applied is refused by name",
    async (sql, folder) => {
      await write(folder, { "0001_one.sql": ONE });
      await migrate(sql, folder);
      await write(folder, { "0001_one.sql": `${ONE} `, "0002_two.sql": TWO });
      await assert.rejects(migrate(sql, folder), /0001_one\.sql was changed/);
      assert.deepEqual(await tables(sql), ["one", "schema_migrations"]);
    },
  );

  emptyTest(
    "a file that sorts before an applied one is refused by name",
    async (sql, folder) => {
      await write(folder, { "0002_two.sql": TWO });
      await migrate(sql, folder);
      await write(folder, { "0001_one.sql": ONE });
      await assert.rejects(migrate(sql, folder), /0001_one\.sql sorts before/);
      assert.deepEqual(await tables(sql), ["schema_migrations", "two"]);
    },
  );

  emptyTest(
    "a failing file leaves nothing behind, and those before it stay",
    async (sql, folder) => {
      await write(folder, {
        "0001_one.sql": ONE,
        "0002_two.sql": `${TWO} select 1 / 0;`,
      });
      await assert.rejects(
        migrate(sql, folder),
        /0002_two\.sql failed: division by zero/,
      );
      assert.deepEqual(await tables(sql), ["one", "schema_migrations"]);
      await write(folder, { "0002_two.sql": TWO });
      assert.deepEqual(await migrate(sql, folder), ["0002_two.sql"]);
    },
  );

  emptyTest(
    "a file without a number is refused by name",
    async (sql, folder) => {
      await write(folder, { "two.sql": TWO });
      await assert.rejects(migrate(sql, folder), /two\.sql/);
    },
  );
}

async function write(
  folder: string,
  files: Readonly<Record<string, string>>,
): Promise<void> {
  for (const [file, text] of Object.entries(files)) {
    await Deno.writeTextFile(`${folder}/${file}`, text);
  }
}

async function tables(sql: Sql): Promise<readonly string[]> {
  const rows = await sql<{ name: string }[]>`
    select tablename as name from pg_tables where schemaname = 'public' order by name`;
  return rows.map(({ name }) => name);
}
