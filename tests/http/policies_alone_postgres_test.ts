import assert from "node:assert/strict";
import type { Sql, Transaction } from "../../adapters/postgres/connect.ts";
import type { Task } from "../../src/events/job.ts";
import type { TenantId } from "../../src/kernel/ids.ts";
import { handleJob } from "../../src/main/handle_job.ts";
import { CANARY, twoTenants } from "./isolation.ts";
import { operationsOf } from "./operations.ts";
import { openPostgresDeps } from "./postgres_deps.ts";
import { requestsFor } from "./requests.ts";
import type { Seeded } from "./seeded.ts";

type Opened = Awaited<ReturnType<typeof openPostgresDeps>>;
type Tenants = Awaited<ReturnType<typeof twoTenants>>;

function isolationTest(
  name: string,
  body: (opened: Opened, tenants: Tenants) => Promise<void>,
): void {
  Deno.test(`PostgreSQL: ${name}`, async () => {
    const opened = await openPostgresDeps();
    try {
      await body(opened, await twoTenants(opened.deps, opened.feed));
    } finally {
      await opened.close();
    }
  });
}

/** The tables that hold rows of tenants, and the column that says whose. */
function tenantTables(sql: Sql | Transaction) {
  return sql<{ name: string; column: string }[]>`
    select c.relname as name, a.attname as column
    from pg_class c join pg_attribute a on a.attrelid = c.oid
      and a.attname = case c.relname when 'tenants' then 'id' else 'tenant_id' end
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
    order by 1`;
}

/** Everything of a tenant, as a hash of each table; the superuser sees past all policies. */
async function contentOf(
  sql: Sql,
  tenantId: string,
): Promise<Record<string, { readonly rows: number }>> {
  const content: Record<string, { readonly rows: number }> = {};
  for (const { name, column } of await tenantTables(sql)) {
    const [row] = await sql<{ rows: number; hash: string | null }[]>`
      select count(*)::int as rows, md5(string_agg(t::text, '|' order by t::text)) as hash
      from ${sql(name)} t where ${sql(column)} = ${tenantId}`;
    content[name] = { ...row! };
  }
  return content;
}

/** As a unit of work enters a tenant, and undone at the end. */
async function asTenant(
  sql: Sql,
  tenantId: string,
  work: (tx: Transaction) => Promise<void>,
): Promise<void> {
  const undo = new Error("undone");
  await assert.rejects(
    sql.begin(async (tx) => {
      await tx`
        select set_config('role', 'balance_app', true), set_config('app.tenant_id', ${tenantId}, true)`;
      await work(tx);
      throw undo;
    }),
    (error) => error === undo,
  );
}

isolationTest(
  "statements without a condition see and change a tenant's own rows alone",
  async ({ sql }, { ourId }) => {
    const seen: string[] = [];
    await asTenant(sql, ourId, async (tx) => {
      for (const { name, column } of await tenantTables(tx)) {
        const [may] = await tx`
          select has_table_privilege(${name}, 'select') as read, has_table_privilege(${name}, 'delete') as remove,
            has_column_privilege(${name}, ${column}, 'update') as write`;
        if (!may!["read"]) continue;
        const rows = await tx`
          select ${tx(column)} as of, count(*)::int as rows from ${
          tx(name)
        } group by 1`;
        assert.deepEqual(
          rows.map(({ of }) => of).filter((of) => of !== ourId),
          [],
          name,
        );
        const own = rows[0]?.["rows"] ?? 0;
        if (own > 0) seen.push(name);
        if (may!["write"]) {
          const { count } = await tx`
            update ${tx(name)} set ${tx(column)} = ${tx(column)}`;
          assert.equal(count, own, name);
        }
        if (may!["remove"]) {
          const { count } = await tx`delete from ${tx(name)}`;
          assert.equal(count, own, name);
        }
      }
    });
    const filled = Object.entries(await contentOf(sql, ourId))
      .filter(([, { rows }]) => rows > 0).map(([name]) => name);
    assert.deepEqual(seen, filled);
    assert(seen.length > 12, seen.join());
  },
);

isolationTest(
  "what is of no tenant is read in none, but for the names of migrations",
  async ({ sql }, { ourId }) => {
    const ofTenants = (await tenantTables(sql)).map(({ name }) => name);
    await asTenant(sql, ourId, async (tx) => {
      const rows = await tx<{ name: string; read: boolean }[]>`
        select relname as name, has_table_privilege(relname::text, 'select, insert, update, delete') as read
        from pg_class
        where relnamespace = 'public'::regnamespace and relkind = 'r' and relname <> all(${ofTenants}::text[])
        order by 1`;
      assert.deepEqual(rows.map(({ name, read }) => [name, read]), [
        ["external_users", false],
        ["schema_migrations", true],
      ]);
    });
  },
);

isolationTest(
  "no row is put into another tenant, nor moved there",
  async ({ sql }, { ourId, theirId }) => {
    const refused = /row-level security policy|permission denied/;
    for (const { name, column } of await tenantTables(sql)) {
      await asTenant(sql, ourId, async (tx) => {
        await assert.rejects(
          tx.savepoint((tx) =>
            tx`insert into ${tx(name)} (${tx(column)}) values (${theirId})`
          ),
          refused,
          name,
        );
        const rows = await tx.savepoint((tx) =>
          tx`update ${tx(name)} set ${tx(column)} = ${theirId}`
        ).then(({ count }) => count, (error) => {
          assert.match(String(error), refused, name);
          return 0;
        });
        assert.equal(rows, 0, name);
      });
    }
  },
);

isolationTest(
  "a job that names another tenant's things does nothing to them",
  async ({ deps, sql }, { ourId, theirId, foreign, work }) => {
    await work();
    const before = await contentOf(sql, theirId);
    const ids = foreign as unknown as {
      rec: never;
      rcp: never;
      dlv: never;
      imp: never;
      bkt: never;
      run: never;
      usr: never;
      con: never;
      ntd: never;
      rpt: never;
      rps: never;
      nep: never;
    };
    const tasks: Record<Task["kind"], Task> = {
      process_records: { kind: "process_records", recordIds: [ids.rec] },
      embed_examples: { kind: "embed_examples", recordIds: [ids.rec] },
      reembed_texts: { kind: "reembed_texts", embedder: deps.embedder.id },
      ingest_delivery: {
        kind: "ingest_delivery",
        deliveryId: ids.dlv,
        records: 1,
      },
      ingest_payloads: { kind: "ingest_payloads", connectionId: ids.con },
      remap_payloads: {
        kind: "remap_payloads",
        connectionId: ids.con,
        number: 1,
      },
      pull_connection: {
        kind: "pull_connection",
        connectionId: ids.con,
        run: 1,
      },
      import_file: { kind: "import_file", importId: ids.imp },
      backtest_rules: { kind: "backtest_rules", backtestId: ids.bkt },
      apply_rules: { kind: "apply_rules", runId: ids.run },
      undo_rules: { kind: "undo_rules", runId: ids.run },
      generate_report: { kind: "generate_report", reportId: ids.rpt },
      start_scheduled_report: {
        kind: "start_scheduled_report",
        scheduleId: ids.rps,
        run: 1,
      },
      withdraw_reports: { kind: "withdraw_reports", erased: [ids.rec] },
      learn_examples: { kind: "learn_examples" },
      refresh_reviews: { kind: "refresh_reviews", version: 1, after: null },
      sync_billing: { kind: "sync_billing" },
      erase_records: {
        kind: "erase_records",
        recordIds: [ids.rec],
        externalIds: true,
      },
      erase_member: { kind: "erase_member", memberId: ids.usr },
      erase_tenant: { kind: "erase_tenant" },
      remove_receipts: { kind: "remove_receipts", receiptIds: [ids.rcp] },
      raise_notices: { kind: "raise_notices", seqs: [1] },
      deliver_notices: { kind: "deliver_notices", deliveryIds: [ids.ntd] },
      push_events: { kind: "push_events", endpointId: ids.nep },
    };
    const outcomes: Record<string, string> = {};
    for (const [kind, task] of Object.entries(tasks)) {
      const result = await handleJob(deps)({
        id: `${kind}-${"0".repeat(32)}`,
        tenantId: ourId as TenantId,
        task,
      });
      outcomes[kind] = result.ok ? "done" : result.failure.kind;
    }
    await work();
    assert.deepEqual(await contentOf(sql, theirId), before);
    assert.deepEqual(outcomes, {
      process_records: "done",
      sync_billing: "done",
      embed_examples: "done",
      pull_connection: "done",
      reembed_texts: "done",
      ingest_delivery: "done",
      import_file: "done",
      backtest_rules: "backtest.missing",
      apply_rules: "run.missing",
      remap_payloads: "done",
      undo_rules: "run.missing",
      ingest_payloads: "done",
      generate_report: "done",
      start_scheduled_report: "done",
      withdraw_reports: "done",
      learn_examples: "done",
      refresh_reviews: "done",
      erase_records: "done",
      erase_member: "done",
      erase_tenant: "done",
      remove_receipts: "done",
      raise_notices: "done",
      deliver_notices: "done",
      push_events: "done",
    });
  },
);

isolationTest(
  "one foreign id in a body or a query of own ones tells and changes nothing",
  async ({ sql }, { ours, theirId, own, foreign, work }) => {
    const before = await contentOf(sql, theirId);
    const samples = requestsFor(own);
    const tried: string[] = [];
    for (const { name, method, path } of await operationsOf(ours)) {
      const { id = "", query = "", body, contentType } = samples[name]!;
      for (const kind of Object.keys(own) as (keyof Seeded)[]) {
        const sent = JSON.stringify([query, body ?? null]);
        if (!sent.includes(own[kind])) continue;
        const [mixedQuery, mixedBody] = JSON.parse(
          sent.replaceAll(own[kind], foreign[kind]),
        );
        const address = path.replace("{id}", id) + mixedQuery;
        const answer = await ours(
          method,
          address,
          mixedBody ?? undefined,
          contentType === undefined ? {} : { "Content-Type": contentType },
        );
        assert(!answer.text.includes(CANARY), `${name}: ${answer.text}`);
        tried.push(`${name} ${kind} ${answer.status}`);
      }
    }
    await work();
    assert.deepEqual(await contentOf(sql, theirId), before);
    // 200 and 202 skip what is not there; a condition compares with any text.
    assert.deepEqual(tried.toSorted(), [
      "get /api/v1/approvals/groups que 404",
      "get /api/v1/conflicts con 200",
      "get /api/v1/connections/oauth/callback con 422",
      "get /api/v1/notifications/deliveries nep 200",
      "get /api/v1/payloads con 200",
      "get /api/v1/receipts rec 200",
      "get /api/v1/records cat 200",
      "get /api/v1/records con 200",
      "get /api/v1/reports rps 200",
      "patch /api/v1/receipts/{id} rec 422",
      "patch /api/v1/records/{id} cat 422",
      "patch /api/v1/review-queues/{id} cat 422",
      "patch /api/v1/rules/{id} cat 422",
      "post /api/v1/approvals/assign apr 200",
      "post /api/v1/approvals/decide-many apr 200",
      "post /api/v1/approvals/decide-many cat 200",
      "post /api/v1/approvals/groups/decide apr 409",
      "post /api/v1/approvals/groups/decide cat 422",
      "post /api/v1/approvals/next apr 200",
      "post /api/v1/approvals/release apr 200",
      "post /api/v1/approvals/renew apr 200",
      "post /api/v1/approvals/take apr 422",
      "post /api/v1/approvals/{id}/decide cat 422",
      "post /api/v1/categories cat 422",
      "post /api/v1/connections/{id}/mappings/try pay 404",
      "post /api/v1/privacy/erasures rec 202",
      "post /api/v1/privacy/subjects/find rec 200",
      "post /api/v1/receipts rec 422",
      "post /api/v1/receipts/complete rec 404",
      "post /api/v1/receipts/from-url rec 422",
      "post /api/v1/records con 422",
      "post /api/v1/records/import cmp 422",
      "post /api/v1/records/import con 422",
      "post /api/v1/records/import/preview cmp 422",
      "post /api/v1/records/reprocess rec 202",
      "post /api/v1/report-schedules cat 422",
      "post /api/v1/reports cat 422",
      "post /api/v1/reports con 422",
      "post /api/v1/review-queues cat 422",
      "post /api/v1/review-queues con 422",
      "post /api/v1/rules cat 422",
      "post /api/v1/rules con 201",
      "post /api/v1/rules/backtest rule 422",
      "post /api/v1/rules/import cat 422",
      "post /api/v1/rules/import con 200",
      "post /api/v1/rules/import rule 200",
      "post /api/v1/rules/test cat 200",
      "post /api/v1/rules/test con 200",
      "post /api/v1/rules/test rec 404",
      "put /api/v1/review-queues/order que 422",
      "put /api/v1/rules/order rule 422",
    ]);
  },
);
