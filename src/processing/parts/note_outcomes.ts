import type { Tx } from "../../../ports/unit_of_work.ts";
import type { Instant } from "../../kernel/instant.ts";
import type { TenantSettings } from "../../tenancy/tenant.ts";
import { type Judgement, outcomeOf } from "../outcome_of.ts";
import { isRight, type ProposalOutcome } from "../proposal_outcome.ts";
import { rejectionOf } from "../rejection.ts";
import { driftSince, precisionDrops } from "../quality/drift.ts";

/**
 * Keeps what people said about proposals, and what they turned down for a text: before they teach, so that what they
 * say next of the same text counts. A source that is found to be right less often than the tenant wants is
 * distrusted, which the log tells once in a while.
 */
export async function noteOutcomes(
  tx: Pick<Tx, "outcomes" | "examples" | "events">,
  judgements: readonly Judgement[],
  { targetPrecision, contextAttributes }: TenantSettings,
  now: Instant,
): Promise<void> {
  const outcomes = judgements
    .flatMap((judgement) => outcomeOf(judgement, now) ?? []);
  await tx.outcomes.keep(outcomes);
  await tx.examples.reject(
    judgements.flatMap((one) => rejectionOf(one, contextAttributes) ?? []),
    now,
  );
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
