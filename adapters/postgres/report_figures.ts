import type { ReportFigures } from "../../ports/report_figures.ts";
import type { ReviewerSum } from "../../src/reports/reviewer_tables.ts";
import type { RuleUse } from "../../src/reports/rule_tables.ts";
import type { GroupKey, SpendSum } from "../../src/reports/spend.ts";
import type { Transaction } from "./connect.ts";
import { ofRecords } from "./of_records.ts";
import { groupColumn, spendClause } from "./spend_clause.ts";

/** Sums over a tenant's rows; every method is one statement. */
export function postgresReportFigures(sql: Transaction): ReportFigures {
  return {
    async spendKeys(asked, limit) {
      const rows = await sql<{ key: GroupKey }[]>`
        select ${groupColumn(sql, asked.grouping)} as key
        from records where ${spendClause(sql, asked)}
        group by 1 order by count(*) desc, 1 nulls first limit ${limit}`;
      return rows.map(({ key }) => key);
    },
    async spendSums(asked, keys) {
      const own = keys.filter((key) => key !== null);
      const ownsNull = keys.includes(null);
      const rows = await sql<SpendSum[]>`
        select case when not "isRest" then key end as key, "isRest", currency, count(*)::integer as records,
          coalesce(sum(-amount_minor) filter (where amount_minor < 0), 0)::text as "paidOut",
          coalesce(sum(amount_minor) filter (where amount_minor > 0), 0)::text as received
        from (
          select key, currency, amount_minor,
            case when key is null then not ${ownsNull}::boolean else key <> all(${own}::text[]) end as "isRest"
          from (
            select ${
        groupColumn(sql, asked.grouping)
      } as key, currency, amount_minor
            from records where ${spendClause(sql, asked)}
          ) grouped
        ) placed
        group by 1, 2, 3`;
      return [...rows];
    },
    async counterpartiesAmong(names) {
      if (names.length === 0) return [];
      const rows = await sql<{ name: string }[]>`
        select distinct counterparty as name from records where counterparty = any(${[
        ...names,
      ]})`;
      return rows.map(({ name }) => name);
    },
    async reviewers({ from, to }, of = {}) {
      const rows = await sql<ReviewerSum[]>`
        select decided_by as by,
          (count(*) filter (where verdict = 'approve'))::integer as approved,
          (count(*) filter (where verdict = 'override'))::integer as overridden,
          (count(*) filter (where verdict = 'reject'))::integer as rejected,
          avg(extract(epoch from ended_at - created_at))::double precision as "meanSeconds",
          percentile_cont(0.5) within group (
            order by extract(epoch from ended_at - created_at)::double precision) as "medianSeconds"
        from approvals
        where state = 'decided' and ended_at >= ${from} and ended_at < ${to}
          ${
        of.memberId === undefined ? sql`` : sql`and decided_by = ${of.memberId}`
      }
          ${ofRecords(sql, sql`record_id`, of)}
        group by decided_by`;
      return [...rows];
    },
    async ruleUse({ from, to }, of = {}) {
      const rows = await sql<RuleUse[]>`
        with tried as materialized (
          select r.id, step, reasoning_trace #>> '{conclusion,source}' as source
          from records r cross join jsonb_array_elements(reasoning_trace -> 'steps') step
          where r.received_at < ${to} and step ->> 'kind' = 'rules_tried'
            and (step ->> 'at')::timestamptz >= ${from} and (step ->> 'at')::timestamptz < ${to}
            ${ofRecords(sql, sql`r.id`, of)}
        ), used as (
          select hit ->> 'rule_id' as rule_id, count(distinct id)::integer as hits,
            (count(distinct id) filter (where source = 'rule' and step ->> 'matched' = hit ->> 'rule_id'))::integer
              as settled
          from tried cross join jsonb_array_elements(step -> 'hits') hit
          group by 1
        ), judged as (
          select step ->> 'matched' as rule_id, count(distinct r.id)::integer as judged,
            (count(distinct r.id) filter (where not o.was_right))::integer as overridden
          from proposal_outcomes o
          join records r on r.id = o.record_id
          cross join jsonb_array_elements(r.reasoning_trace -> 'steps') step
          where o.source = 'rule' and o.decided_at >= ${from} and o.decided_at < ${to}
            and step ->> 'kind' = 'rules_tried' and step ->> 'matched' is not null
            ${ofRecords(sql, sql`r.id`, of)}
          group by 1
        )
        select rule_id as "ruleId", coalesce(hits, 0) as hits, coalesce(settled, 0) as settled,
          coalesce(judged, 0) as judged, coalesce(overridden, 0) as overridden
        from used full join judged using (rule_id)
        where ${
        of.ruleId === undefined ? sql`true` : sql`rule_id = ${of.ruleId}`
      }`;
      return [...rows];
    },
  };
}
