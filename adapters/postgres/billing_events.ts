import type { BillingEvents } from "../../ports/billing_events.ts";
import type { Transaction } from "./connect.ts";

/** A tenant's billing events. The insert waits for a unit that keeps the same event and takes over when that one is undone. */
export function postgresBillingEvents(sql: Transaction): BillingEvents {
  return {
    async keep({ provider, id, type, known, occurredAt }, receivedAt) {
      const { count } = await sql`
        insert into billing_events (provider, id, type, known, occurred_at, received_at)
        values (${provider}, ${id}, ${type}, ${known}, ${occurredAt}, ${receivedAt})
        on conflict on constraint billing_events_pk do nothing`;
      return count === 1;
    },
    async unknownTypes() {
      const rows = await sql<{ type: string; count: number }[]>`
        select type, count(*)::integer as count from billing_events
        where not known group by type order by type`;
      return [...rows];
    },
  };
}
