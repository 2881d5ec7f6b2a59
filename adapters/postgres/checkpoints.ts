import type { Checkpoints } from "../../ports/checkpoints.ts";
import { instantOf } from "./columns.ts";
import type { Transaction } from "./connect.ts";

/** Where a tenant's log stood, day by day. */
export function postgresCheckpoints(sql: Transaction): Checkpoints {
  return {
    async keep({ seq, hash, takenAt }) {
      const { count } = await sql`
        insert into event_checkpoints (seq, hash, taken_at)
        values (${seq}, ${hash}, ${takenAt})
        on conflict do nothing`;
      return count === 1;
    },
    async latest(limit, before) {
      const rows = await sql<{ seq: string; hash: string; takenAt: Date }[]>`
        select seq, hash, taken_at as "takenAt" from event_checkpoints
        where tenant_id = (select current_tenant())
          ${before === null ? sql`` : sql`and seq < ${before}`}
        order by seq desc limit ${limit}`;
      return rows.map(({ seq, hash, takenAt }) => ({
        seq: Number(seq),
        hash,
        takenAt: instantOf(takenAt),
      }));
    },
  };
}
