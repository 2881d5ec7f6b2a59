import type { LogProgress } from "../../ports/log_progress.ts";
import type { TenantId } from "../../src/kernel/ids.ts";
import type { Shelf } from "./shelf.ts";

/** How far logs are, over all tenants. */
export function logProgress(
  shelves: ReadonlyMap<TenantId, Shelf>,
): LogProgress {
  return {
    heads: (tenantIds) =>
      Promise.resolve(
        new Map(tenantIds.flatMap((tenantId) => {
          const seq = shelves.get(tenantId)?.events.length ?? 0;
          return seq === 0 ? [] : [[tenantId, seq] as const];
        })),
      ),
  };
}
