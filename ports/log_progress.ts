import type { TenantId } from "../src/kernel/ids.ts";

/** How far logs are, read across tenants. */
export interface LogProgress {
  /** The last committed `seq` of each of these tenants' logs; an empty log is left out. */
  heads(
    tenantIds: readonly TenantId[],
  ): Promise<ReadonlyMap<TenantId, number>>;
}
