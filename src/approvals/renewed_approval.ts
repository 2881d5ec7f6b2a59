import type { CompanyRecord } from "../records/record.ts";
import type { Approval } from "./approval.ts";
import { aboutRecord, type Asked } from "./new_approval.ts";
import { shownConfidence, shownReason, shownSuggestion } from "./shown.ts";

/** A confidence that moves by less changes neither what a reviewer does nor, by much, when. */
const CONFIDENCE_MOVES = 0.05;

/** The approval with what is asked of its record now; null where that comes to the same. */
export function renewedApproval(
  approval: Approval,
  record: CompanyRecord,
  asked: Asked,
  contextAttributes: readonly string[],
): Approval | null {
  const renewed = aboutRecord(
    { ...approval, ...asked },
    record,
    contextAttributes,
  );
  const moved = Math.abs(shownConfidence(renewed) - shownConfidence(approval));
  const isSame = shownSuggestion(renewed) === shownSuggestion(approval) &&
    shownReason(renewed) === shownReason(approval) &&
    renewed.because === approval.because && moved < CONFIDENCE_MOVES;
  return isSame ? null : renewed;
}

/** Whether what waits may be asked otherwise: nobody is at it, and nobody has said anything yet. */
export function mayRenew({ state, lease }: Approval, now: string): boolean {
  return state.kind === "waiting" && state.verdicts.length === 0 &&
    (lease === null || lease.until <= now);
}
