import type { KeyUses, LastKeyUses } from "../../ports/key_uses.ts";
import type { ApiKeyId } from "../../src/kernel/ids.ts";
import { asDirectory } from "./as_directory.ts";
import { instantOf } from "./columns.ts";
import type { Sql, Transaction } from "./connect.ts";

/** Notes the uses of keys across tenants, in the role that may write nothing else. */
export function postgresKeyUses(sql: Sql): KeyUses {
  return {
    async keep(uses) {
      if (uses.length === 0) return;
      // In one order, so that processes that write the same keys at once do not wait for each other in a ring.
      await asDirectory(sql, async (tx) =>
        await tx`
          insert into api_key_uses as kept (tenant_id, api_key_id, last_used_at)
          select k.tenant_id, k.id, max(given.at)
          from unnest(
            ${uses.map(({ tenantId }) => tenantId)}::text[],
            ${uses.map(({ keyId }) => keyId)}::text[],
            ${uses.map(({ at }) => at)}::timestamptz[]
          ) as given (tenant_id, id, at)
          join api_keys k on k.tenant_id = given.tenant_id and k.id = given.id
          group by k.tenant_id, k.id
          order by k.tenant_id, k.id
          on conflict on constraint api_key_uses_pk do update
            set last_used_at = excluded.last_used_at
            where kept.last_used_at < excluded.last_used_at`);
    },
  };
}

/** What of it the tenant of a transaction may see. */
export function postgresLastKeyUses(sql: Transaction): LastKeyUses {
  return {
    async of(ids) {
      const rows = await sql<{ id: ApiKeyId; at: Date }[]>`
        select api_key_id as id, last_used_at as at from api_key_uses
        where api_key_id = any(${[...ids]})`;
      return new Map(rows.map(({ id, at }) => [id, instantOf(at)]));
    },
  };
}
