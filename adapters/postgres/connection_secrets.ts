import type { ConnectionSecrets } from "../../ports/connection_secrets.ts";
import type { SealedSecret } from "../../src/integrations/sealed_secret.ts";
import { instantOf, json } from "./columns.ts";
import type { Transaction } from "./connect.ts";

type Row = Omit<SealedSecret, "sealedAt"> & { readonly sealedAt: Date };

const told = (row: Row): SealedSecret => ({
  ...row,
  sealedAt: instantOf(row.sealedAt),
});

/** The sealed secrets of a tenant's connections. */
export function postgresConnectionSecrets(sql: Transaction): ConnectionSecrets {
  const columns = sql`
    connection_id as "connectionId", name, key_id as "keyId", sealed, sealed_at as "sealedAt"`;
  const given = sql`
    "connectionId" text, name text, "keyId" text, sealed text, "sealedAt" timestamptz, before text`;
  return {
    async put(secrets) {
      await sql`
        insert into connection_secrets (connection_id, name, key_id, sealed, sealed_at)
        select "connectionId", name, "keyId", sealed, "sealedAt"
        from json_to_recordset(${json(sql, secrets)}) as given (${given})
        on conflict on constraint connection_secrets_pk do update
          set key_id = excluded.key_id, sealed = excluded.sealed, sealed_at = excluded.sealed_at`;
    },
    async of(ids) {
      const rows = await sql<Row[]>`
        select ${columns} from connection_secrets where connection_id = any(${[
        ...ids,
      ]})
        order by connection_id, name`;
      return rows.map(told);
    },
    async remove(ids) {
      await sql`
        delete from connection_secrets where connection_id = any(${[...ids]})`;
    },
    async sealedByOthers(keyId, limit, after) {
      const rows = await sql<Row[]>`
        select ${columns} from connection_secrets
        where key_id <> ${keyId} ${
        after === null
          ? sql``
          : sql`and (connection_id, name) > (${after.connectionId}, ${after.name})`
      }
        order by connection_id, name limit ${limit}`;
      return rows.map(told);
    },
    async replace(resealed) {
      const rows = resealed.map(({ secret, before }) => ({
        ...secret,
        before,
      }));
      const { count } = await sql`
        update connection_secrets s
        set key_id = given."keyId", sealed = given.sealed, sealed_at = given."sealedAt"
        from json_to_recordset(${json(sql, rows)}) as given (${given})
        where s.connection_id = given."connectionId" and s.name = given.name and s.sealed = given.before`;
      return count;
    },
  };
}
