import type { CategoryId } from "../kernel/ids.ts";
import { type Instant, plusMs } from "../kernel/instant.ts";
import { cuesOf } from "./cues.ts";
import type { Rejection, SaidRejection } from "./example.ts";
import type { Judgement } from "./outcome_of.ts";
import { machineDecision } from "./proposal_of.ts";

/** For so long a rejected category is not proposed for the text again; after that the evidence alone decides. */
export const REJECTED_FOR_DAYS = 180;

/** From when on rejections count. */
export function rejectedSince(now: Instant): Instant {
  return plusMs(now, -REJECTED_FOR_DAYS * 24 * 60 * 60 * 1_000);
}

/** What a judgement turns down for the record's text; null where the proposal was right, or there was none. */
export function rejectionOf(
  { record, categoryId }: Judgement,
  contextAttributes: readonly string[],
): SaidRejection | null {
  const proposal = record.trace && machineDecision(record.trace)?.proposal;
  if (!proposal || proposal.categoryId === categoryId) return null;
  const { textKey } = cuesOf(record, contextAttributes);
  return { textKey, categoryId: proposal.categoryId, recordId: record.id };
}

/** The rejected categories of each text. */
export function rejectedByText(
  rejections: readonly Rejection[],
): ReadonlyMap<string, ReadonlySet<CategoryId>> {
  const byText = new Map<string, Set<CategoryId>>();
  for (const { textKey, categoryId } of rejections) {
    const rejected = byText.get(textKey) ?? new Set();
    byText.set(textKey, rejected.add(categoryId));
  }
  return byText;
}
