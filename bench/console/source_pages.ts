import type { Sql } from "../../adapters/postgres/connect.ts";
import type { openHttpTrial } from "../../tests/http/http_trial.ts";

type Trial = Awaited<ReturnType<typeof openHttpTrial>>;

/** Gives the company a webhook that as many messages came by; the pages about it, by name. */
export async function sourcePages(
  { call, tenant }: Trial,
  sql: Sql,
  payloads: number,
): Promise<Readonly<Record<string, string>>> {
  const made = await call("POST", "/api/v1/connections", {
    kind: "webhook",
    name: "Till",
    settings: { scheme: "github" },
  });
  if (made.status !== 201) throw new Error(made.text);
  const id: string = made.body["id"]!;
  await sql`
    insert into payloads (tenant_id, id, version, connection_id, external_id, sha256, body, received_at, state, record_ids)
    select ${tenant.id}, 'pay_00' || lpad(n::text, 24, '0'), 1, ${id}, 'sale-' || n, md5(n::text) || md5(n::text),
      '{"external_id": "sale-' || n || '", "description": "' || repeat('Oak boards ', 20) || '"}', now(),
      case when n % 50 = 0 then 'failed' else 'taken_in' end, '{}'
    from generate_series(1, ${payloads}) as n`;
  const at = `/console/connections/${id}`;
  return {
    connections: "/console/connections",
    connection: at,
    payloads: `${at}/payloads`,
    payloads_failed: `${at}/payloads?state=failed`,
    payloads_none: `${at}/payloads?state=conflict`,
    payload: `/console/connections/payloads/pay_00${
      String(payloads).padStart(24, "0")
    }`,
  };
}
