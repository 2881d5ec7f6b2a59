import type { TenantId } from "../src/kernel/ids.ts";
import type { ApiKey } from "../src/tenancy/api_key.ts";

/** Finds the tenant behind an outside id: the reads across tenants that the core makes. */
export interface Directory {
  /** The key with this secret's hash, dead ones included. */
  apiKeyByHash(
    secretHash: string,
  ): Promise<{ readonly tenantId: TenantId; readonly key: ApiKey } | undefined>;
  /** Every tenant, by id: what is done for all is done one by one, within each. */
  tenantIds(): Promise<readonly TenantId[]>;
}
