import type { QualityFigures } from "../../ports/quality_figures.ts";
import type {
  ConfusionCount,
  DecisionCount,
  OutcomeSum,
  ScoreBin,
  Span,
} from "../../src/processing/quality/figures.ts";
import type { Transaction } from "./connect.ts";
import { ofRecords } from "./of_records.ts";

/** Sums over a tenant's outcomes; every method is one statement. */
export function postgresQualityFigures(sql: Transaction): QualityFigures {
  const within = ({ from, to }: Span) =>
    sql`decided_at >= ${from} and decided_at < ${to}`;
  const sums = sql`
    (count(*) filter (where inclusion is not null))::integer as n,
    coalesce(sum(1 / inclusion), 0) as weight,
    coalesce(sum(1 / inclusion ^ 2), 0) as "weightSquared",
    coalesce(sum(1 / inclusion) filter (where was_right), 0) as "weightRight"`;
  return {
    async decisions({ from, to }, of = {}) {
      const counts = await sql<DecisionCount[]>`
        select payload ->> 'source' as source, count(*)::integer as count,
          coalesce(sum((payload #>> '{model,tokens}')::double precision), 0) as tokens,
          coalesce(sum((payload #>> '{model,cost_micros}')::double precision), 0) as "costMicros"
        from events
        where type = 'PROCESSED' and occurred_at >= ${from} and occurred_at < ${to}
          ${ofRecords(sql, sql`payload ->> 'record_id'`, of)}
        group by 1`;
      return [...counts];
    },
    async outcomes(span, of = {}) {
      const found = await sql<OutcomeSum[]>`
        select source, settled, ${sums},
          (count(*) filter (where inclusion is not null and not was_right))::integer as wrong,
          (count(*) filter (where inclusion is null and not was_right))::integer as "foundWrong",
          (count(*) filter (where inclusion is not null and decided is not null))::integer as sorted,
          (count(*) filter (where inclusion is not null and among_candidates))::integer as "amongCandidates"
        from proposal_outcomes where ${within(span)} ${
        ofRecords(sql, sql`record_id`, of)
      }
        group by source, settled`;
      return [...found];
    },
    async scores(span, bins) {
      const found = await sql<ScoreBin[]>`
        select source, min(score) as from, max(score) as to,
          sum(score / inclusion) / sum(1 / inclusion) as "meanScore", ${sums}
        from (
          select source, score, inclusion, was_right,
            ntile(${bins}) over (partition by source order by score, record_id) as bin
          from proposal_outcomes
          where source is not null and inclusion is not null and ${within(span)}
        ) ranked
        group by source, bin
        order by source, bin`;
      return [...found];
    },
    async confusions(span) {
      const found = await sql<ConfusionCount[]>`
        select proposed, decided, count(*)::integer as n
        from proposal_outcomes where proposed is not null and ${within(span)}
        group by proposed, decided`;
      return [...found];
    },
  };
}
