import type { Outcomes } from "../../ports/outcomes.ts";
import type {
  MachineSource,
  ProposalOutcome,
} from "../../src/processing/proposal_outcome.ts";
import type { AuditedCount } from "../../src/processing/quality/trust.ts";
import { instantOf, instantOrNull, jsonb } from "./columns.ts";
import type { Transaction } from "./connect.ts";

type OutcomeRow = Omit<ProposalOutcome, "decidedAt"> & {
  readonly decidedAt: Date;
};

interface TrustRow {
  readonly source: MachineSource;
  readonly distrustedBefore: Date | null;
  readonly droppedAt: Date;
}

/** A tenant's outcomes; every method is one statement. */
export function postgresOutcomes(sql: Transaction): Outcomes {
  return {
    async keep(outcomes) {
      if (outcomes.length === 0) return;
      await sql`
        insert into proposal_outcomes as kept (
          record_id, source, proposed, decided, score, learned, settled, inclusion, among_candidates, decided_at)
        select "recordId", source, proposed, decided, score, learned, settled, inclusion, "amongCandidates", "decidedAt"
        from jsonb_to_recordset(${jsonb(sql, outcomes)}) as given (
          "recordId" text, source text, proposed text, decided text, score double precision, learned integer,
          settled boolean, inclusion double precision, "amongCandidates" boolean, "decidedAt" timestamptz)
        order by "recordId"
        on conflict on constraint proposal_outcomes_pk do update
        set source = excluded.source, proposed = excluded.proposed, decided = excluded.decided,
          score = excluded.score, learned = excluded.learned, settled = excluded.settled,
          inclusion = coalesce(excluded.inclusion, kept.inclusion),
          among_candidates = excluded.among_candidates, decided_at = excluded.decided_at`;
    },
    async of(recordIds) {
      if (recordIds.length === 0) return [];
      const rows = await sql<OutcomeRow[]>`
        select record_id as "recordId", source, proposed, decided, score, learned, settled, inclusion,
          among_candidates as "amongCandidates", decided_at as "decidedAt"
        from proposal_outcomes where record_id = any(${[...recordIds]})`;
      return rows.map((row) => ({
        ...row,
        decidedAt: instantOf(row.decidedAt),
      }));
    },
    async restore(recordIds, before) {
      if (recordIds.length === 0) return;
      await sql`
        delete from proposal_outcomes where record_id = any(${[...recordIds]})`;
      await this.keep(before);
    },
    async auditedSince(since) {
      const counts = await sql<AuditedCount[]>`
        select source, count(*)::integer as audited, (count(*) filter (where not was_right))::integer as wrong
        from proposal_outcomes
        where settled and inclusion is not null and decided_at >= ${since}
        group by source`;
      return [...counts];
    },
    async trust() {
      const rows = await sql<TrustRow[]>`
        select source, distrusted_before as "distrustedBefore", dropped_at as "droppedAt"
        from source_trust order by source`;
      return rows.map(({ source, distrustedBefore, droppedAt }) => ({
        source,
        distrustedBefore: instantOrNull(distrustedBefore),
        droppedAt: instantOf(droppedAt),
      }));
    },
    async distrust(sources, quietSince) {
      if (sources.length === 0) return [];
      const rows = await sql<{ source: MachineSource }[]>`
        insert into source_trust as kept (source, distrusted_before, dropped_at)
        select source, "distrustedBefore", "droppedAt"
        from jsonb_to_recordset(${jsonb(sql, sources)}) as given (
          source text, "distrustedBefore" timestamptz, "droppedAt" timestamptz)
        order by source
        on conflict on constraint source_trust_pk do update
        set distrusted_before = excluded.distrusted_before, dropped_at = excluded.dropped_at
        where kept.dropped_at <= ${quietSince}
        returning source`;
      return rows.map(({ source }) => source);
    },
  };
}
