import type { Usage } from "../../ports/usage.ts";
import type { Meter, UsageMonth } from "../../src/billing/usage.ts";
import type { Month } from "../../src/kernel/month.ts";
import type { Transaction } from "./connect.ts";

const NO_LIMIT = Number.MAX_SAFE_INTEGER;

interface Cut {
  readonly month: Month;
  readonly meter: Meter;
  readonly amount: number;
}

/** What a tenant used, by month. A refusal asks once more for what is used. */
export function postgresUsage(sql: Transaction): Usage {
  return {
    async take(meter, month, count, limit) {
      const max = limit ?? NO_LIMIT;
      // The update waits for whoever holds the row and looks at what they left.
      const [taken] = await sql<{ used: number }[]>`
        insert into usage_months as kept (month, meter, used)
        select ${month}, ${meter}, ${count}::bigint where ${count}::bigint <= ${max}::bigint
        on conflict on constraint usage_months_pk do update set used = kept.used + excluded.used
        where kept.used + excluded.used <= ${max}::bigint
        returning used::double precision as used`;
      if (taken) return { taken: true, used: taken.used };
      // A row whose update was refused is held all the same: it still is as it was when it was refused.
      const [kept] = await sql<{ used: number }[]>`
        select used::double precision as used from usage_months where month = ${month} and meter = ${meter}`;
      return { taken: false, used: kept?.used ?? 0 };
    },
    async noteReached(meter, month, limit) {
      const { count } = await sql`
        insert into usage_months as kept (month, meter, reached_limit) values (${month}, ${meter}, ${limit})
        on conflict on constraint usage_months_pk do update set reached_limit = excluded.reached_limit
        where kept.reached_limit is distinct from excluded.reached_limit`;
      return count === 1;
    },
    async months(from) {
      const rows = await sql<UsageMonth[]>`
        select month, meter, used::double precision as used
        from usage_months where month >= ${from} and used > 0 order by month desc, meter`;
      return [...rows];
    },
    async cutOff() {
      // Two statements: what the first holds nobody changes any more, and the second sees it as it is. In one, the update
      // would look at rows as they were before it waited.
      const rows = await sql<Cut[]>`
        select month, meter, (used - cut_off)::double precision as amount from usage_months
        where used > cut_off order by month, meter for no key update`;
      if (rows.length > 0) {
        await sql`
          update usage_months kept set cut_off = kept.used
          from unnest(${rows.map(({ month }) => month)}::text[], ${
          rows.map(({ meter }) => meter)
        }::text[]) as held (month, meter)
          where kept.month = held.month and kept.meter = held.meter`;
      }
      return [...rows];
    },
    async takeTurn(of) {
      // 64 bits of hash: where two names ever met, their units would wait for each other, and nothing else.
      await sql`
        select pg_advisory_xact_lock(hashtextextended(${of} || ' of ' || current_tenant(), 0))`;
    },
  };
}
