import type { TenantId } from "../src/kernel/ids.ts";
import type { ExternalId } from "../src/tenancy/external_id.ts";
import type { ApiKey } from "../src/tenancy/api_key.ts";
import type { ExternalUsers } from "./external_users.ts";

/** Finds the tenant behind an outside id: the one look across tenants that the core takes. */
export interface Directory {
  /** The key with this secret's hash, dead ones included. */
  apiKeyByHash(
    secretHash: string,
  ): Promise<{ readonly tenantId: TenantId; readonly key: ApiKey } | undefined>;
  /** The tenant that is linked to an identity provider's organisation. */
  tenantOfOrganisation(id: ExternalId): Promise<TenantId | undefined>;
  /** The tenants to which memberships of an identity provider's user were told. */
  tenantsOfExternalUser(id: ExternalId): Promise<readonly TenantId[]>;
  readonly externalUsers: ExternalUsers;
}
