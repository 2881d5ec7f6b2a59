import type { Directory } from "../../ports/directory.ts";
import type { TenantId } from "../../src/kernel/ids.ts";
import type { ApiKey } from "../../src/tenancy/api_key.ts";
import { instantOf, instantOrNull } from "./columns.ts";
import { begin, type Enter } from "./begin.ts";
import type { Sql } from "./connect.ts";
import { postgresExternalUsers } from "./external_users.ts";
import { storageErrors } from "./storage_down.ts";

type Row =
  & Omit<ApiKey, "createdAt" | "expiresAt" | "revokedAt">
  & {
    readonly tenantId: TenantId;
    readonly createdAt: Date;
    readonly expiresAt: Date | null;
    readonly revokedAt: Date | null;
  };

const enter: Enter = (tx) =>
  tx`select set_config('role', 'balance_directory', true)`;

/** Finds keys, organisations and users across tenants, read in the role that may see nothing else. */
export function postgresDirectory(sql: Sql): Directory {
  return {
    externalUsers: postgresExternalUsers(sql),
    async apiKeyByHash(secretHash) {
      const [row] = await storageErrors(() =>
        begin(sql, enter, async (tx) =>
          await tx<Row[]>`
          select tenant_id as "tenantId", id, version, name, role, scopes, source_agent as "sourceAgent",
            secret_hash as "secretHash", hint, created_at as "createdAt", expires_at as "expiresAt",
            revoked_at as "revokedAt"
          from api_keys where secret_hash = ${secretHash}`)
      );
      if (!row) return undefined;
      const { tenantId, createdAt, expiresAt, revokedAt, ...same } = row;
      const key = {
        ...same,
        createdAt: instantOf(createdAt),
        expiresAt: instantOrNull(expiresAt),
        revokedAt: instantOrNull(revokedAt),
      };
      return { tenantId, key };
    },
    async tenantOfOrganisation(id) {
      const [row] = await storageErrors(() =>
        begin(sql, enter, async (tx) =>
          await tx<{ tenantId: TenantId }[]>`
          select tenant_id as "tenantId" from external_organisations where id = ${id}`)
      );
      return row?.tenantId;
    },
    async tenantsOfExternalUser(id) {
      const rows = await storageErrors(() =>
        begin(sql, enter, async (tx) =>
          await tx<{ tenantId: TenantId }[]>`
          select tenant_id as "tenantId" from external_members where id = ${id} order by 1`)
      );
      return rows.map(({ tenantId }) => tenantId);
    },
  };
}
