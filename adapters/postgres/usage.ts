import type { Usage } from "../../ports/usage.ts";
import type { Meter, UsageMonth } from "../../src/billing/usage.ts";
import type { Month } from "../../src/processing/model/spend.ts";
import type { Transaction } from "./connect.ts";

const NO_LIMIT = Number.MAX_SAFE_INTEGER;

interface Cut {
  readonly month: Month;
  readonly meter: Meter;
  readonly amount: number;
}

/** What a tenant used, by month. Every method is one statement; a refusal asks once more for what is used. */
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
      // What is held is as the last who held it left it, so the difference is told exactly once.
      const rows = await sql<Cut[]>`
        with due as materialized (
          select month, meter, used, cut_off from usage_months
          where used > cut_off order by month, meter for no key update
        ), cut as (
          update usage_months kept set cut_off = due.used
          from due where kept.month = due.month and kept.meter = due.meter
          returning kept.month, kept.meter, due.used - due.cut_off as amount
        )
        select month, meter, amount::double precision as amount from cut order by month, meter`;
      return [...rows];
    },
    async takeTurn(of) {
      // 64 bits of hash: where two names ever met, their units would wait for each other, and nothing else.
      await sql`
        select pg_advisory_xact_lock(hashtextextended(${of} || ' of ' || current_tenant(), 0))`;
    },
  };
}
