import assert from "node:assert/strict";
import type { Sql, Transaction } from "../../adapters/postgres/connect.ts";
import type { FreshDatabase } from "../support/databases.ts";
import { sampleIds } from "../support/samples.ts";

/** Users of identity providers, whom only the directory sees; and what the migrator keeps for itself. */
const NOT_TENANTS = ["external_users", "schema_migrations"];

/** What must hold of a migrated database, whatever rows are in it. */
export function catalogueContract(
  name: string,
  fresh: () => Promise<FreshDatabase>,
): void {
  Deno.test(`${name} catalogue`, async (t) => {
    const { sql, drop } = await fresh();
    const check = (promise: string, fn: () => Promise<void>) =>
      t.step({
        name: promise,
        fn,
        sanitizeOps: false,
        sanitizeResources: false,
      });
    try {
      await check(
        "every table forces row security and has a policy",
        async () => {
          const rows = await sql<{ table: string; kept: boolean }[]>`
          select c.relname as table,
            c.relrowsecurity and c.relforcerowsecurity
              and exists (
                select from pg_policy p
                where p.polrelid = c.oid
                  and p.polroles = array['balance_app'::regrole::oid]
                  and pg_get_expr(p.polqual, p.polrelid) like '%current_tenant()%'
                  and pg_get_expr(p.polwithcheck, p.polrelid) like '%current_tenant()%'
              ) as kept
          from pg_class c
          where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
          order by c.relname`;
          assert(rows.length > 15);
          assert.deepEqual(
            rows.filter(({ kept }) => !kept).map(({ table }) => table),
            NOT_TENANTS,
          );
        },
      );

      await check("every table says what it is for", async () => {
        const rows = await sql<{ table: string }[]>`
          select relname as table from pg_class
          where relnamespace = 'public'::regnamespace and relkind = 'r' and obj_description(oid, 'pg_class') is null`;
        assert.deepEqual([...rows], []);
      });

      await check(
        "every primary key and every reference starts with the tenant",
        async () => {
          const rows = await sql<{ constraint: string }[]>`
          select c.conname as constraint
          from pg_constraint c
          join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
          where c.connamespace = 'public'::regnamespace and c.contype in ('p', 'f') and a.attname <> 'tenant_id'
          order by 1`;
          assert.deepEqual(rows.map(({ constraint }) => constraint), [
            "external_users_pk",
            "schema_migrations_pk",
            "tenants_pk",
          ]);
        },
      );

      await check(
        "every constraint and index bears a name of ours",
        async () => {
          const rows = await sql<{ name: string }[]>`
          select name from (
            select conname::text as name from pg_constraint
            where connamespace = 'public'::regnamespace and contype <> 'n'
            union
            select relname from pg_class
            where relnamespace = 'public'::regnamespace and relkind = 'i'
          ) named
          where name ~ '_(pkey|key|fkey|check|excl|idx)[0-9]*$'`;
          assert.deepEqual([...rows], []);
        },
      );

      await check("the service can do just this to the tables", async () => {
        const rows = await sql<{ grants: string }[]>`
          select format('%s %s: %s', grantee, string_agg(privilege_type, ' ' order by privilege_type), table_name)
            as grants
          from information_schema.role_table_grants
          where table_schema = 'public' and grantee in ('balance_app', 'balance_relay', 'balance_directory', 'PUBLIC')
          group by grantee, table_name
          order by grantee, table_name collate "C"`;
        assert.deepEqual(rows.map(({ grants }) => grants), GRANTS);
      });

      await check("the history cannot be changed or removed", async () => {
        for (
          const statement of [
            "update events set payload = '{}'",
            "delete from events",
            "truncate events",
          ]
        ) {
          await assert.rejects(
            inTenant(sql, sampleIds.next("ten"), (tx) => tx.unsafe(statement)),
            /permission denied for table events/,
          );
        }
      });

      await check("one role may erase, and this alone", async () => {
        const rows = await sql<{ table: string; grants: string }[]>`
          select table_name as table, string_agg(privilege_type, ' ' order by privilege_type) as grants
          from information_schema.role_table_grants
          where table_schema = 'public' and grantee = 'balance_eraser'
          group by 1 order by table_name collate "C"`;
        const tables = await sql<{ table: string }[]>`
          select relname as table from pg_class
          where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and relname <> all(${NOT_TENANTS}::text[])
          order by relname collate "C"`;
        const stays = ["tenants", "events", "event_heads"];
        assert.deepEqual(
          [...rows],
          tables.map(({ table }) => ({
            table,
            grants: stays.includes(table) ? "SELECT" : "DELETE SELECT",
          })),
        );
        const columns = await sql<{ columns: string }[]>`
          select format('%s: %s', table_name, string_agg(column_name, ' ' order by column_name collate "C")) as columns
          from information_schema.column_privileges
          where table_schema = 'public' and grantee = 'balance_eraser' and privilege_type = 'UPDATE'
          group by table_name order by table_name collate "C"`;
        assert.deepEqual(columns.map(({ columns }) => columns), ERASED);
      });

      await check("of the history, one role may erase contents", async () => {
        const tenant = sampleIds.next("ten");
        await inTenant(sql, tenant, (tx) =>
          tx`
          insert into events (seq, type, occurred_at, actor, source_agent, payload, salt, payload_hash, hash) values
            (1, 'CATEGORY_CREATED', now(), 'a', 'b', '{"name": "x"}', repeat('0', 32), repeat('1', 64), ''),
            (2, 'PERSONAL_DATA_ERASED', now(), 'a', 'b', '{"name": "x"}', repeat('0', 32), repeat('1', 64), ''),
            (3, 'CATEGORY_CREATED', now(), 'a', 'b', '{"name": "x"}', null, null, '')`);
        const erase = (set: string, seq: number, of = tenant) =>
          sql.begin(async (tx) => {
            await tx`select set_config('app.tenant_id', ${of}, true)`;
            await tx`select set_config('role', 'balance_eraser', true)`;
            return (await tx.unsafe(
              `update events set ${set} where seq = ${seq}`,
            )).count;
          });
        const tombstone = `payload = '{"erased": true}', salt = null`;
        const kept = (seq: number) =>
          new RegExp(`event ${seq} is kept as it is`);
        await assert.rejects(erase("payload = '{}'", 1), kept(1));
        await assert.rejects(erase("salt = null", 1), kept(1));
        await assert.rejects(erase(tombstone, 2), kept(2));
        await assert.rejects(erase(tombstone, 3), kept(3));
        await assert.rejects(erase("actor = 'x'", 1), /permission denied/);
        // The owner's own hand is held too, as long as the trigger is on.
        await assert.rejects(
          sql`update events set actor = 'x' where tenant_id = ${tenant} and seq = 1`,
          kept(1),
        );
        assert.equal(await erase(tombstone, 1, sampleIds.next("ten")), 0);
        assert.equal(await erase(tombstone, 1), 1);
      });

      await check("nothing is read or written outside a tenant", async () => {
        const outside = /^PostgresError: no tenant in scope$/;
        for (
          const statement of [
            "select from records",
            "select from tenants",
            "update records set version = 2",
            "insert into event_heads (seq, hash) values (1, '')",
          ]
        ) {
          await assert.rejects(
            inTenant(sql, undefined, (tx) => tx.unsafe(statement)),
            outside,
          );
          await assert.rejects(
            inTenant(sql, "", (tx) => tx.unsafe(statement)),
            outside,
          );
        }
      });

      await check("a row cannot be put into another tenant", async () => {
        const [mine, other] = [sampleIds.next("ten"), sampleIds.next("ten")];
        await assert.rejects(
          inTenant(sql, mine, (tx) =>
            tx`
            insert into event_heads (tenant_id, seq, hash) values (${other}, 1, '')`),
          /row-level security policy for table "event_heads"/,
        );
      });

      await check(
        "the relay and the directory reach nothing else",
        async () => {
          for (const role of ["balance_relay", "balance_directory"]) {
            await assert.rejects(
              sql.begin(async (tx) => {
                await tx`select set_config('role', ${role}, true)`;
                await tx`select from records`;
              }),
              /permission denied for table records/,
            );
          }
        },
      );

      await check(
        "who notes uses of keys writes nothing but when",
        async () => {
          const denied = [
            ["balance_directory", "update api_key_uses set api_key_id = ''"],
            ["balance_directory", "delete from api_key_uses"],
            ["balance_directory", "update api_keys set revoked_at = null"],
            ["balance_app", "update api_key_uses set last_used_at = now()"],
            [
              "balance_app",
              "insert into api_key_uses values ('a', 'b', now())",
            ],
          ] as const;
          for (const [role, statement] of denied) {
            await assert.rejects(
              sql.begin(async (tx) => {
                await tx`select set_config('role', ${role}, true)`;
                await tx.unsafe(statement);
              }),
              /permission denied for table api_key/,
              statement,
            );
          }
        },
      );
    } finally {
      await drop();
    }
  });
}

/** As a unit of work enters a tenant; undefined: it forgot to. */
function inTenant(
  sql: Sql,
  tenantId: string | undefined,
  work: (tx: Transaction) => Promise<unknown>,
): Promise<unknown> {
  return sql.begin(async (tx) => {
    await tx`select set_config('role', 'balance_app', true)`;
    if (tenantId !== undefined) {
      await tx`select set_config('app.tenant_id', ${tenantId}, true)`;
    }
    await work(tx);
  });
}

/** History is only added to; memory and the outbox are also emptied; nothing else is ever deleted. */
const GRANTS = [
  "balance_app SELECT: api_key_uses",
  "balance_app INSERT SELECT UPDATE: api_keys",
  "balance_app INSERT SELECT: approval_history",
  "balance_app INSERT SELECT UPDATE: approvals",
  "balance_app INSERT SELECT UPDATE: billing_accounts",
  "balance_app INSERT SELECT: billing_events",
  "balance_app INSERT SELECT UPDATE: categories",
  "balance_app INSERT SELECT UPDATE: connection_health",
  "balance_app DELETE INSERT SELECT UPDATE: connection_secrets",
  "balance_app INSERT SELECT UPDATE: connections",
  "balance_app INSERT SELECT: csv_mappings",
  "balance_app INSERT SELECT: dead_letters",
  "balance_app INSERT SELECT UPDATE: decision_items",
  "balance_app INSERT SELECT: decisions",
  "balance_app INSERT SELECT UPDATE: deliveries",
  "balance_app INSERT SELECT UPDATE: embedders_in_use",
  "balance_app DELETE INSERT SELECT: ended_sessions",
  "balance_app INSERT SELECT UPDATE: event_heads",
  "balance_app INSERT SELECT: events",
  "balance_app DELETE INSERT SELECT: example_keys",
  "balance_app DELETE INSERT SELECT UPDATE: example_rejections",
  "balance_app INSERT SELECT: example_texts",
  "balance_app DELETE INSERT SELECT: examples",
  "balance_app INSERT SELECT UPDATE: external_members",
  "balance_app INSERT SELECT UPDATE: external_organisations",
  "balance_app INSERT SELECT: import_remarks",
  "balance_app INSERT SELECT UPDATE: imports",
  "balance_app INSERT SELECT UPDATE: inbox",
  "balance_app INSERT SELECT UPDATE: invitations",
  "balance_app INSERT SELECT UPDATE: learned",
  "balance_app INSERT SELECT: mappings",
  "balance_app INSERT SELECT UPDATE: members",
  "balance_app INSERT SELECT UPDATE: model_answers",
  "balance_app INSERT SELECT UPDATE: model_calls",
  "balance_app INSERT SELECT UPDATE: model_months",
  "balance_app INSERT SELECT UPDATE: notices",
  "balance_app INSERT SELECT UPDATE: notification_deliveries",
  "balance_app INSERT SELECT UPDATE: notification_endpoints",
  "balance_app INSERT SELECT UPDATE: notification_preferences",
  "balance_app INSERT SELECT UPDATE: notification_settings",
  "balance_app DELETE INSERT SELECT: outbox",
  "balance_app INSERT SELECT UPDATE: payloads",
  "balance_app DELETE INSERT SELECT: pending_records",
  "balance_app DELETE INSERT SELECT UPDATE: proposal_outcomes",
  "balance_app INSERT SELECT UPDATE: pull_states",
  "balance_app DELETE INSERT SELECT: receipt_records",
  "balance_app DELETE INSERT SELECT UPDATE: receipts",
  "balance_app DELETE INSERT SELECT UPDATE: record_aliases",
  "balance_app INSERT SELECT: record_conflicts",
  "balance_app INSERT SELECT: record_traces",
  "balance_app INSERT SELECT UPDATE: records",
  "balance_app INSERT SELECT UPDATE: review_queues",
  "balance_app INSERT SELECT UPDATE: report_schedules",
  "balance_app INSERT SELECT UPDATE: reports",
  "balance_app INSERT SELECT UPDATE: rule_backtests",
  "balance_app INSERT SELECT UPDATE: rule_diffs",
  "balance_app INSERT SELECT UPDATE: rule_dismissals",
  "balance_app INSERT SELECT UPDATE: rule_hits",
  "balance_app INSERT SELECT UPDATE: rule_overrides",
  "balance_app INSERT SELECT UPDATE: rule_runs",
  "balance_app INSERT SELECT: rule_sets",
  "balance_app INSERT SELECT UPDATE: rule_versions",
  "balance_app SELECT: schema_migrations",
  "balance_app INSERT SELECT UPDATE: source_trust",
  "balance_app INSERT SELECT UPDATE: tenants",
  "balance_app DELETE INSERT SELECT: text_vectors",
  "balance_app INSERT SELECT UPDATE: usage_months",
  "balance_app INSERT SELECT UPDATE: usage_reports",
  "balance_directory INSERT SELECT: api_key_uses",
  "balance_directory SELECT: api_keys",
  "balance_directory SELECT: billing_accounts",
  "balance_directory INSERT SELECT UPDATE: external_users",
  "balance_relay SELECT: outbox",
];

/** What the eraser may change: columns in which a person's texts stand, and what a change of them moves. */
const ERASED = [
  "approval_history: text",
  "approvals: alike_key note version",
  "dead_letters: reason",
  "deliveries: drafts intake version",
  "events: payload salt",
  "external_members: memberships profile version",
  "inbox: claimed_at",
  "invitations: email version",
  "members: email name version",
  "model_answers: at",
  "payloads: body external_id failure version",
  "record_aliases: external_id fingerprints",
  "record_conflicts: content external_id fingerprint raw",
  "record_traces: trace",
  "records: attributes counterparty description external_id fingerprint raw reasoning_trace search_text settled_by_person version",
  "reports: ended_at",
  "rule_diffs: changes undo",
];
