import { Hono } from "hono";
import { z } from "zod";

/** A server that does what any must: parse, check with zod, answer. Nothing is kept. */
const body = z.object({
  records: z.array(z.object({
    external_id: z.string().min(1).max(200),
    occurred_at: z.string().optional(),
    description: z.string().min(1).max(2_000),
    counterparty: z.string().optional(),
    amount: z.object({
      minor: z.number().int(),
      currency: z.string().length(3),
    })
      .optional(),
    attributes: z.record(z.string(), z.unknown()).optional(),
  })).min(1).max(5_000),
});
const app = new Hono();
app.post("/api/v1/records", async (c) => {
  const { records } = body.parse(await c.req.json());
  return c.json({
    accepted: records.length,
    record_ids: records.map(({ external_id }) => external_id),
  }, 202);
});
Deno.serve({
  hostname: "127.0.0.1",
  port: 0,
  onListen: ({ port }) => console.log(`http://127.0.0.1:${port}`),
}, app.fetch);
