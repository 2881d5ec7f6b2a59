import type { LogProgress } from "../../ports/log_progress.ts";
import type { TenantId } from "../../src/kernel/ids.ts";
import type { Transaction } from "./connect.ts";

/** How far logs are, over all tenants, in the relay's role. */
export function postgresLogProgress(
  asRelay: <T>(work: (tx: Transaction) => Promise<T>) => Promise<T>,
): LogProgress {
  return {
    heads: (tenantIds) =>
      asRelay(async (tx) => {
        if (tenantIds.length === 0) return new Map();
        const rows = await tx<{ tenantId: TenantId; seq: string }[]>`
          select tenant_id as "tenantId", seq from event_heads
          where tenant_id = any(${[...tenantIds]}) and seq > 0`;
        return new Map(
          rows.map(({ tenantId, seq }) => [tenantId, Number(seq)]),
        );
      }),
  };
}
