import { Queue } from "bullmq";
import { Hono } from "hono";
import { Redis } from "ioredis";
import { connectPostgres } from "../../../adapters/postgres/connect.ts";
import { newRecordsSchema } from "../../../adapters/hono/routes/new_record_schema.ts";
import { randomIds } from "../../../adapters/system/ids.ts";
import { QUEUE } from "./schema.ts";

/**
 * The intake of the common design, a process of its own: a set is inserted by one statement with its events by
 * another, in one transaction, and one job per record is put to BullMQ. Arguments: database, Redis, tenant.
 */
const [database = "", redis = "", tenantId = ""] = Deno.args;
const sql = connectPostgres(database, { max: 10 });
const connection = new Redis(redis, { maxRetriesPerRequest: null });
const queue = new Queue(QUEUE, {
  connection,
  defaultJobOptions: { attempts: 5, removeOnComplete: true },
});
const ids = randomIds();

const app = new Hono();
app.post("/api/v1/records", async (c) => {
  const { records } = newRecordsSchema.parse(await c.req.json());
  const rows = records.map((record) => ({
    ...record,
    id: ids.next("rec"),
    amount_minor: record.amount?.minor ?? null,
    currency: record.amount?.currency ?? null,
    attributes: record.attributes ?? {},
    raw: record,
  }));
  const added = await sql.begin(async (tx) => {
    const inserted = await tx<{ id: string }[]>`
      insert into common_records (id, tenant_id, external_id, occurred_at, description, counterparty, amount_minor,
        currency, attributes, raw, status)
      select id, ${tenantId}, external_id, occurred_at, description, counterparty, amount_minor, currency, attributes,
        raw, 'ingested'
      from json_populate_recordset(null::common_records, ${
      tx.json(rows as never)
    }::json)
      on conflict do nothing returning id`;
    await tx`
      insert into common_events (tenant_id, type, payload)
      select ${tenantId}, 'INGESTED', jsonb_build_object('record_id', id)
      from unnest(${inserted.map(({ id }) => id)}::text[]) as given (id)`;
    return inserted;
  });
  await queue.addBulk(
    added.map(({ id }) => ({ name: "process", data: { id, tenantId } })),
  );
  return c.json({ accepted: added.length }, 202);
});

const server = Deno.serve(
  { hostname: "127.0.0.1", port: 0, onListen: () => {} },
  app.fetch,
);
console.log(
  JSON.stringify({ address: `http://127.0.0.1:${server.addr.port}` }),
);
Deno.addSignalListener("SIGTERM", () => Deno.exit(0));
