import type { Sql } from "../../adapters/postgres/connect.ts";
import { columnsOf, headOf } from "./tenants.ts";

/** Rows written by one statement. */
const PART = 100_000;

/**
 * Gives a tenant `count` more records that were taken in and decided long ago, each with its two events and, where a
 * person is to look, its approval: copies of what another tenant's run left, under ids before all others and external
 * ids in no order. Bare SQL, without checks; hashes of these events are random, so the log would not verify.
 */
export async function fillHistory(
  sql: Sql,
  { from, to, count }: {
    readonly from: string;
    readonly to: string;
    readonly count: number;
  },
): Promise<void> {
  const [{ there }] = await sql<[{ there: string }]>`
    select count(*) as there from records where tenant_id = ${from} and status = 'processed'`;
  const sample = Number(there);
  const firstSeq = await headOf(sql, to);
  const recordColumns = await columnsOf(sql, "records");
  const approvalColumns = await columnsOf(sql, "approvals");
  const but = (columns: string, ...given: readonly string[]) =>
    columns.split(", ").filter((name) => !given.includes(name));
  const records = but(recordColumns, "id", "external_id");
  const approvals = but(approvalColumns, "id", "record_id");
  const columns = (names: readonly string[], of: string) =>
    names.map((name) => `${of}.${name}`).join(", ");

  for (let done = 0; done < count; done += PART) {
    const part = Math.min(PART, count - done);
    await sql.begin(async (tx) => {
      await tx`set local session_replication_role = replica`;
      await tx`set local synchronous_commit = off`;
      await tx.unsafe(
        `create temp table history on commit drop as
         select n, 'rec_00' || lpad(n::text, 24, '0') as new_id, sample.id
         from generate_series($1::bigint + 1, $1::bigint + $2) as n
         join (
           select id, row_number() over (order by id) as place from records
           where tenant_id = $3 and status = 'processed'
         ) sample on sample.place = 1 + n % $4::bigint`,
        [done, part, from, sample],
      );
      await tx.unsafe(
        `insert into records (tenant_id, id, external_id, ${records.join(", ")})
         select $1, new_id, substr(md5(n::text), 1, 12) || '-' || n, ${
          columns(records, "r")
        } from history join records r on r.tenant_id = $2 and r.id = history.id order by n`,
        [to, from],
      );
      await tx.unsafe(
        `insert into approvals (tenant_id, id, record_id, ${
          approvals.join(", ")
        })
         select $1, 'apr_00' || lpad(n::text, 24, '0'), new_id, ${
          columns(approvals, "a")
        } from history join approvals a on a.tenant_id = $2 and a.record_id = history.id order by n`,
        [to, from],
      );
      for (
        const [place, type] of [[0, "INGESTED"], [1, "PROCESSED"]] as const
      ) {
        await tx.unsafe(
          `insert into events (tenant_id, seq, type, occurred_at, actor, source_agent, payload, hash)
           select $1, $3 + (n - 1) * 2 + 1 + ${place}, '${type}', e.occurred_at, e.actor, e.source_agent,
             e.payload || jsonb_build_object('record_id', new_id), md5(n::text) || md5('${type}' || n)
           from history
           join events e on e.tenant_id = $2 and e.type = '${type}' and e.payload ->> 'record_id' = history.id`,
          [to, from, firstSeq],
        );
      }
    });
  }
  await sql`
    insert into event_heads (tenant_id, seq, hash)
    values (${to}, ${firstSeq + 2 * count}, repeat('0', 64))
    on conflict on constraint event_heads_pk do update set seq = excluded.seq`;
}

/** What autovacuum does in its time. */
export async function settleDown(sql: Sql): Promise<void> {
  await sql`vacuum analyze`;
  await sql`checkpoint`;
}
