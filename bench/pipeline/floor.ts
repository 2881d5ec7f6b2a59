import type { Sql } from "../../adapters/postgres/connect.ts";

const BATCH = 500;

type Row = Readonly<Record<string, string | null>>;
interface Column {
  readonly name: string;
  readonly type: string;
}

/**
 * The rows that a measured run left (records, their decisions, approvals, events), written again for another
 * tenant by bare set-based SQL: per 500 records one transaction that inserts them with their INGESTED events,
 * and one that updates them to what was decided and inserts approvals and PROCESSED events. No checks, no reads,
 * no rules, no row security, no outbox: what any design must at least write.
 */
export async function runFloor(
  sql: Sql,
  tenantId: string,
  firstSeq: number,
): Promise<{ rps: number }> {
  const tenant = `${tenantId}_floor`;
  await sql`
    insert into tenants select ${tenant}, version, name, settings, created_at from tenants where id = ${tenantId}`;
  for (const table of ["connections", "categories"]) {
    const columns = (await columnsOf(sql, table)).map(({ name }) => name)
      .filter((name) => name !== "tenant_id");
    await sql.unsafe(
      `insert into ${table} (tenant_id, ${columns.join(", ")})
       select $1, ${columns.join(", ")} from ${table} where tenant_id = $2`,
      [tenant, tenantId],
    );
  }
  const records = await rowsOf(
    sql,
    "records",
    tenantId,
    tenant,
    "status = 'processed'",
  );
  const approvals = new Map(
    (await rowsOf(sql, "approvals", tenantId, tenant, "state = 'waiting'"))
      .map((row) => [row.record_id!, row]),
  );
  const events = await rowsOf(
    sql,
    "events",
    tenantId,
    tenant,
    `seq >= ${firstSeq}`,
  );
  const eventsOf = (type: string) => events.filter((row) => row.type === type);
  const ingested = eventsOf("INGESTED");
  const processed = eventsOf("PROCESSED");
  const columns = {
    records: await columnsOf(sql, "records"),
    approvals: await columnsOf(sql, "approvals"),
    events: await columnsOf(sql, "events"),
  };
  const asIngested = records.map((row) => ({
    ...row,
    version: "1",
    status: "ingested",
    outcome: null,
    category_id: null,
    source: null,
    confidence: null,
    reasoning_trace: null,
  }));

  const begun = performance.now();
  for (let i = 0; i < records.length; i += BATCH) {
    const part = <T>(rows: readonly T[]) => rows.slice(i, i + BATCH);
    await sql.begin(async (tx) => {
      await insert(tx, "records", columns.records, part(asIngested));
      await insert(tx, "events", columns.events, part(ingested));
    });
    await sql.begin(async (tx) => {
      await decide(tx, part(records));
      const waiting = part(records).flatMap((row) => {
        const approval = approvals.get(row.id!);
        return approval ? [approval] : [];
      });
      await insert(tx, "approvals", columns.approvals, waiting);
      await insert(tx, "events", columns.events, part(processed));
    });
  }
  const seconds = (performance.now() - begun) / 1000;
  return { rps: Math.round(records.length / seconds) };
}

async function columnsOf(sql: Sql, table: string): Promise<readonly Column[]> {
  return await sql<Column[]>`
    select attname as name, format_type(atttypid, atttypmod) as type
    from pg_attribute
    where attrelid = ${table}::regclass and attnum > 0 and not attisdropped order by attnum`;
}

/** Rows with every column as text, in the name of the other tenant. */
async function rowsOf(
  sql: Sql,
  table: string,
  tenantId: string,
  tenant: string,
  where: string,
): Promise<readonly Row[]> {
  const columns = await columnsOf(sql, table);
  const texts = columns.map(({ name }) => `"${name}"::text as "${name}"`);
  const order = table === "events" ? "seq" : "id";
  const rows = await sql.unsafe(
    `select ${
      texts.join(", ")
    } from ${table} where tenant_id = $1 and ${where} order by ${order}`,
    [tenantId],
  );
  return rows.map((row) => ({ ...row, tenant_id: tenant }));
}

async function insert(
  sql: { unsafe: Sql["unsafe"] },
  table: string,
  columns: readonly Column[],
  rows: readonly Row[],
): Promise<void> {
  if (rows.length === 0) return;
  const names = columns.map(({ name }) => `"${name}"`).join(", ");
  const typed = columns.map(({ type }, i) => `c${i}::${type}`).join(", ");
  await sql.unsafe(
    `insert into ${table} (${names}) select ${typed} from unnest(${
      arrays(columns)
    }) as given (${columns.map((_, i) => `c${i}`).join(", ")})`,
    columns.map(({ name }) => rows.map((row) => row[name] ?? null)),
  );
}

const DECIDED: readonly Column[] = [
  { name: "tenant_id", type: "text" },
  { name: "id", type: "text" },
  { name: "version", type: "integer" },
  { name: "counterparty", type: "text" },
  { name: "attributes", type: "jsonb" },
  { name: "status", type: "text" },
  { name: "outcome", type: "text" },
  { name: "category_id", type: "text" },
  { name: "source", type: "text" },
  { name: "confidence", type: "double precision" },
  { name: "reasoning_trace", type: "jsonb" },
];

async function decide(
  sql: { unsafe: Sql["unsafe"] },
  rows: readonly Row[],
): Promise<void> {
  const sets = DECIDED.slice(2).map(({ name, type }, i) =>
    `${name} = c${i + 2}::${type}`
  );
  await sql.unsafe(
    `update records set ${sets.join(", ")} from unnest(${
      arrays(DECIDED)
    }) as given (${
      DECIDED.map((_, i) => `c${i}`).join(", ")
    }) where records.tenant_id = c0 and records.id = c1`,
    DECIDED.map(({ name }) => rows.map((row) => row[name] ?? null)),
  );
}

function arrays(columns: readonly Column[]): string {
  return columns.map((_, i) => `$${i + 1}::text[]`).join(", ");
}
