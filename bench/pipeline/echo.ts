import { Hono } from "hono";
import { newRecordsSchema } from "../../adapters/hono/routes/new_record_schema.ts";

/**
 * What intake is measured beside: bare Hono and zod in a process of its own. It reads the same bodies by the same
 * schema and answers in the same shape, with the sender's ids for ours; no key, no checks besides, no storage.
 */
const app = new Hono();
app.post("/api/v1/records", async (c) => {
  const { records } = newRecordsSchema.parse(await c.req.json());
  return c.json({
    accepted: records.length,
    duplicates: 0,
    conflicts: [],
    record_ids: records.map(({ external_id }) => external_id),
  }, 202);
});

const server = Deno.serve(
  { hostname: "127.0.0.1", port: 0, onListen: () => {} },
  app.fetch,
);
console.log(
  JSON.stringify({ address: `http://127.0.0.1:${server.addr.port}` }),
);
Deno.addSignalListener("SIGTERM", () => Deno.exit(0));
