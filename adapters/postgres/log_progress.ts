import type { LogProgress } from "../../ports/log_progress.ts";
import type { EndpointId, TenantId } from "../../src/kernel/ids.ts";
import { instantOf } from "./columns.ts";
import type { Transaction } from "./connect.ts";

interface DueRow {
  readonly tenantId: TenantId;
  readonly endpointId: EndpointId;
  readonly version: number;
  readonly createdAt: Date;
}

/** Feeds that would be sent what there is, with the head of their log. */
const open = (tx: Transaction) =>
  tx`
    event_feeds f
    join notification_endpoints e on e.tenant_id = f.tenant_id and e.id = f.id
    join event_heads h on h.tenant_id = f.tenant_id
    where f.paused_at is null and f.removed_at is null and e.disabled_at is null and e.removed_at is null`;

/** How far logs are, and those who are sent them, over all tenants, in the relay's role. */
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
    feedsDue: (now, limit) =>
      asRelay(async (tx) => {
        const rows = await tx<DueRow[]>`
          select f.tenant_id as "tenantId", f.id as "endpointId", f.version, f.created_at as "createdAt"
          from ${open(tx)}
            and h.seq > f.cursor_seq
            and (f.next_attempt_at is null or f.next_attempt_at <= ${now})
            and (f.leased_until is null or f.leased_until <= ${now})
            and not exists (
              select from outbox o
              where o.tenant_id = f.tenant_id and o.task ->> 'kind' = 'push_events'
                and o.task ->> 'endpointId' = f.id
            )
          limit ${limit}`;
        return rows.map((row) => ({
          ...row,
          createdAt: instantOf(row.createdAt),
        }));
      }),
    feedLag: () =>
      asRelay(async (tx) => {
        const [row] = await tx<{ most: string; failing: string }[]>`
          select coalesce(max(h.seq - f.cursor_seq), 0) as most, count(*) filter (where f.attempts > 0) as failing
          from ${open(tx)}`;
        return { most: Number(row!.most), failing: Number(row!.failing) };
      }),
  };
}
