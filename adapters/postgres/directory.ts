import type { Directory } from "../../ports/directory.ts";
import type { PayingTenant } from "../../ports/payments.ts";
import type { InvitationId, TenantId } from "../../src/kernel/ids.ts";
import { pageOf } from "../../src/kernel/page.ts";
import type { ApiKey } from "../../src/tenancy/api_key.ts";
import type { SessionState } from "../../src/tenancy/session.ts";
import { BILLING_ACCOUNT_COLUMNS } from "./billing_columns.ts";
import { instantOf, instantOrNull } from "./columns.ts";
import { asDirectory } from "./as_directory.ts";
import type { Sql, Transaction } from "./connect.ts";
import { postgresExternalUsers } from "./external_users.ts";
import { entityOf } from "./row_store.ts";

type Row =
  & Omit<ApiKey, "createdAt" | "expiresAt" | "revokedAt">
  & {
    readonly tenantId: TenantId;
    readonly createdAt: Date;
    readonly expiresAt: Date | null;
    readonly revokedAt: Date | null;
  };

/** Looks up across tenants, in the role that may see nothing else. */
export function postgresDirectory(sql: Sql): Directory {
  const read = <T extends readonly unknown[]>(
    ask: (tx: Transaction) => PromiseLike<T>,
  ) => asDirectory(sql, async (tx) => await ask(tx));
  return {
    externalUsers: postgresExternalUsers(sql),
    async apiKeyByHash(secretHash) {
      const [row] = await read((tx) =>
        tx<Row[]>`
          select tenant_id as "tenantId", id, version, name, role, scopes, source_agent as "sourceAgent",
            secret_hash as "secretHash", hint, created_at as "createdAt", expires_at as "expiresAt",
            revoked_at as "revokedAt", replaces, replaced_by as "replacedBy"
          from api_keys where secret_hash = ${secretHash}`
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
    async tenantOfConnection(id) {
      const [row] = await read((tx) =>
        tx<{ tenantId: TenantId }[]>`
          select tenant_id as "tenantId" from connections where id = ${id}`
      );
      return row?.tenantId;
    },
    async tenantOfOrganisation(id) {
      const [row] = await read((tx) =>
        tx<{ tenantId: TenantId }[]>`
          select tenant_id as "tenantId" from external_organisations where id = ${id}`
      );
      return row?.tenantId;
    },
    async tenantsOfExternalUser(id) {
      const rows = await read((tx) =>
        tx<{ tenantId: TenantId }[]>`
          select tenant_id as "tenantId" from external_members where id = ${id} order by 1`
      );
      return rows.map(({ tenantId }) => tenantId);
    },
    async tenantOfCustomer(provider, customer) {
      const [row] = await read((tx) =>
        tx<{ tenantId: TenantId }[]>`
          select tenant_id as "tenantId" from billing_accounts
          where provider = ${provider} and customer = ${customer}`
      );
      return row?.tenantId;
    },
    async billingAccount(tenantId, provider) {
      const [row] = await read((tx) =>
        tx`
          select ${
          tx(Object.values(BILLING_ACCOUNT_COLUMNS))
        } from billing_accounts
          where tenant_id = ${tenantId} and provider = ${provider}`
      );
      return row && entityOf(BILLING_ACCOUNT_COLUMNS, row);
    },
    async payingTenants(provider, { limit, cursor }) {
      const rows = await read((tx) =>
        tx<PayingTenant[]>`
          select tenant_id as "tenantId", customer from billing_accounts
          where provider = ${provider} ${
          cursor === null ? tx`` : tx`and tenant_id > ${cursor}`
        }
          order by tenant_id limit ${limit + 1}`
      );
      return pageOf(
        rows.map((row) => ({ ...row })),
        limit,
        ({ tenantId }) => tenantId,
      );
    },
    async tenantOfUsageReport(id) {
      const [row] = await read((tx) =>
        tx<{ tenantId: TenantId }[]>`
          select tenant_id as "tenantId" from usage_reports where id = ${id}`
      );
      return row?.tenantId;
    },
    async tenantIds() {
      const rows = await read((tx) =>
        tx<{ id: TenantId }[]>`
          select id from tenants order by id`
      );
      return rows.map(({ id }) => id);
    },
    async sessionState({ id, tenantId, memberId }) {
      const [state] = await read((tx) =>
        tx<SessionState[]>`
          select role, session_epoch as epoch, removed_at is not null as "hasLeft",
            exists (
              select from ended_sessions where tenant_id = ${tenantId} and id = ${id}
            ) as "isEnded"
          from members where tenant_id = ${tenantId} and id = ${memberId}`
      );
      return state && { ...state };
    },
    async invitationByHash(codeHash) {
      const [found] = await read((tx) =>
        tx<{ tenantId: TenantId; id: InvitationId }[]>`
          select tenant_id as "tenantId", id from invitations where code_hash = ${codeHash}`
      );
      return found && { ...found };
    },
  };
}
