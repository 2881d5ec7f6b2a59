import { deadLetterFailures } from "../../../../src/events/dead_letter.ts";
import type { DeadLetterId } from "../../../../src/kernel/ids.ts";

/** The section's first page. */
export const DEAD_LETTERS = "/console/dead-letters";

/** The page of one of them. */
export function deadLetterPath(
  id: DeadLetterId,
): `/console/dead-letters/${DeadLetterId}` {
  return `${DEAD_LETTERS}/${id}`;
}

/** The kind of id in addresses. */
export const deadLetterId = {
  prefix: "dlt",
  missing: (id: string) => deadLetterFailures.missing({ dead_letter_id: id }),
} as const;
