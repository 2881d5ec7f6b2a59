import type { CategoryId } from "../kernel/ids.ts";
import type { Instant } from "../kernel/instant.ts";
import type { CompanyRecord } from "../records/record.ts";
import { candidatesOf } from "./candidates_of.ts";
import type { ProposalOutcome } from "./proposal_outcome.ts";
import { machineDecision, machineSteps } from "./proposal_of.ts";

/** What a person says of a record. */
export interface Judgement {
  /** As it was before the person spoke. */
  readonly record: CompanyRecord;
  /** Null: it is not one to sort. */
  readonly categoryId: CategoryId | null;
  /** The chance with which it was chosen for an audit; null where it was not. */
  readonly audit: number | null;
}

/** What a judgement says about what was proposed; null where the record was not processed before. */
export function outcomeOf(
  { record, categoryId, audit }: Judgement,
  decidedAt: Instant,
): ProposalOutcome | null {
  const { trace } = record;
  const decision = trace && machineDecision(trace);
  if (!decision) return null;
  const { proposal, settled } = decision;
  const recalled = machineSteps(trace)
    .findLast((step) => step.kind === "examples_recalled");
  return {
    recordId: record.id,
    source: proposal?.source ?? null,
    proposed: proposal?.categoryId ?? null,
    decided: categoryId,
    score: proposal?.score ?? 0,
    learned: proposal?.source === "similarity"
      ? recalled?.learned ?? null
      : null,
    settled,
    inclusion: settled ? audit : 1,
    amongCandidates: candidatesOf(trace)
      .some((candidate) => candidate.categoryId === categoryId),
    decidedAt,
  };
}
