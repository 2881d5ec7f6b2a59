import type { TenantId } from "../src/kernel/ids.ts";

/** How much work waits, so that intake can say "later" before memory does. */
export interface Backlog {
  /** Records that wait for processing, of the tenant and of all; as of a moment ago, plus what was noted since. */
  waiting(
    tenantId: TenantId,
  ): { readonly tenant: number; readonly all: number };
  /** How many of each may wait before more are refused. */
  readonly bounds: { readonly tenant: number; readonly all: number };
  /** Tells of records that are being accepted, or by a negative number of some that were not after all. */
  note(tenantId: TenantId, records: number): void;
}
