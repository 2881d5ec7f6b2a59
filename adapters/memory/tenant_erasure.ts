import type { TenantId } from "../../src/kernel/ids.ts";
import type { TenantErasure } from "../../ports/tenant_erasure.ts";
import type { Journal } from "./journal.ts";
import type { Outbox } from "./outbox.ts";
import { emptyShelf, type Shelf } from "./shelf.ts";

/** What stays on the shelf of an erased tenant, beside the turn of its units. */
const KEPT: ReadonlySet<string> = new Set(["turn", "tenants", "events"]);

/** Empties a tenant's shelf. Here all goes in one step: nothing of it is read from a disk. */
export function tenantErasure(
  shelf: Shelf,
  outbox: Outbox,
  tenantId: TenantId,
  journal: Journal,
): TenantErasure {
  return {
    eraseRows: (keptJob) =>
      Promise.try(() => {
        let count = 0;
        const empty = emptyShelf();
        for (const [name, held] of Object.entries(shelf)) {
          if (KEPT.has(name)) continue;
          if (held instanceof Map) {
            const first = empty[name as keyof Shelf] as unknown as Map<
              unknown,
              unknown
            >;
            for (const key of [...held.keys()]) {
              if (first.has(key)) continue;
              journal.remove(held as Map<unknown, unknown>, key);
              count++;
            }
          }
        }
        for (
          const order of [
            shelf.recordOrder,
            shelf.exampleOrder,
            ...Object.values(shelf.approvalOrder),
          ]
        ) {
          const before: unknown[] = [...order];
          journal.note(() => void order.push(...before as never[]));
          order.length = 0;
        }
        for (const [id, { job }] of outbox.rows) {
          if (job.tenantId !== tenantId || id === keptJob) continue;
          journal.remove(outbox.rows, id);
          count++;
        }
        return count;
      }),
    eventsLeft: (exceptTypes, limit) =>
      Promise.try(() =>
        shelf.events.filter(({ type, salt }) =>
          salt !== null && !exceptTypes.includes(type)
        ).slice(0, limit).map(({ seq }) => seq)
      ),
  };
}
