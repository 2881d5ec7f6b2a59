import type { Tx } from "../../../ports/unit_of_work.ts";
import type { Instant } from "../../kernel/instant.ts";
import type { TenantSettings } from "../../tenancy/tenant.ts";
import { type Judgement, outcomeOf } from "../outcome_of.ts";
import { isRight, type ProposalOutcome } from "../proposal_outcome.ts";
import { driftSince, precisionDrops } from "../quality/drift.ts";

/**
 * Keeps what people said about proposals. A source that is found to be right less often than the tenant wants is
 * distrusted, which the log tells once in a while.
 */
export async function noteOutcomes(
  tx: Pick<Tx, "outcomes" | "events">,
  judgements: readonly Judgement[],
  { targetPrecision }: Pick<TenantSettings, "targetPrecision">,
  now: Instant,
): Promise<void> {
  const outcomes = judgements
    .flatMap((judgement) => outcomeOf(judgement, now) ?? []);
  await tx.outcomes.keep(outcomes);
  // Nothing else can bring a precision down.
  if (!outcomes.some(isAuditedError)) return;
  const since = driftSince(now);
  const drops = precisionDrops(
    await tx.outcomes.auditedSince(since),
    targetPrecision,
  );
  const told = await tx.outcomes.distrust(
    drops.map(({ source }) => ({
      source,
      distrustedBefore: since,
      droppedAt: now,
    })),
    since,
  );
  tx.events.append(
    drops.filter(({ source }) => told.includes(source)).map((drop) => ({
      type: "PRECISION_DROPPED",
      payload: { ...drop, target: targetPrecision, since },
    })),
  );
}

function isAuditedError(outcome: ProposalOutcome): boolean {
  return outcome.settled && outcome.inclusion !== null && !isRight(outcome);
}
