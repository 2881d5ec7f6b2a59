import type { TimeFigures } from "../../ports/time_figures.ts";
import { AGE_DAYS } from "../../src/reports/backlog_age.ts";
import type { DecisionsIn, OutcomesIn } from "../../src/reports/over_time.ts";
import { instantOrNull } from "./columns.ts";
import type { Transaction } from "./connect.ts";
import { ofRecords } from "./of_records.ts";

/** Sums over time; every method is one statement. */
export function postgresTimeFigures(sql: Transaction): TimeFigures {
  const day = (column: string, step: string) =>
    sql`to_char(date_trunc(${step}, ${
      sql(column)
    } at time zone 'UTC'), 'YYYY-MM-DD')`;
  return {
    async decisions({ from, to }, step, of = {}) {
      const rows = await sql<DecisionsIn[]>`
        select ${
        day("occurred_at", step)
      } as day, payload ->> 'source' as source,
          count(*)::integer as count,
          coalesce(sum((payload #>> '{model,tokens}')::double precision), 0) as tokens,
          coalesce(sum((payload #>> '{model,cost_micros}')::double precision), 0) as "costMicros"
        from events
        where type = 'PROCESSED' and occurred_at >= ${from} and occurred_at < ${to}
          ${ofRecords(sql, sql`payload ->> 'record_id'`, of)}
        group by 1, 2`;
      return [...rows];
    },
    async outcomes({ from, to }, step) {
      const rows = await sql<OutcomesIn[]>`
        select ${day("decided_at", step)} as day, source, settled,
          (count(*) filter (where inclusion is not null))::integer as n,
          coalesce(sum(1 / inclusion), 0) as weight,
          coalesce(sum(1 / inclusion ^ 2), 0) as "weightSquared",
          coalesce(sum(1 / inclusion) filter (where was_right), 0) as "weightRight",
          (count(*) filter (where inclusion is not null and not was_right))::integer as wrong,
          (count(*) filter (where inclusion is null and not was_right))::integer as "foundWrong",
          (count(*) filter (where inclusion is not null and decided is not null))::integer as sorted,
          (count(*) filter (where inclusion is not null and among_candidates))::integer as "amongCandidates"
        from proposal_outcomes
        where decided_at >= ${from} and decided_at < ${to}
        group by 1, 2, 3`;
      return [...rows];
    },
    async backlog(now) {
      const [row] = await sql<
        { waiting: number; oldestSince: Date | null; ages: number[] }[]
      >`
        select count(*)::integer as waiting, min(created_at) as "oldestSince",
          jsonb_build_array(${
        AGE_DAYS.map((days, at) => {
          const next = AGE_DAYS[at + 1];
          return sql`${at === 0 ? sql`` : sql`,`} count(*) filter (where
            ${
            at === 0
              ? sql`true`
              : sql`created_at <= ${now}::timestamptz - ${days} * interval '24 hours'`
          }
            ${
            next === undefined
              ? sql``
              : sql`and created_at > ${now}::timestamptz - ${next} * interval '24 hours'`
          })`;
        })
      }) as ages
        from approvals where state = 'waiting'`;
      const { waiting, oldestSince, ages } = row!;
      return { waiting, oldestSince: instantOrNull(oldestSince), byAge: ages };
    },
  };
}
