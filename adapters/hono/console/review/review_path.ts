import type { ApprovalId } from "../../../../src/kernel/ids.ts";

/** The queue. */
export const REVIEW = "/console/review";

/** The page of one item. */
export function itemPath(id: ApprovalId): `/console/review/${ApprovalId}` {
  return `${REVIEW}/${id}`;
}
