import type { ApprovalHistory } from "../../ports/approval_history.ts";
import type { Journal } from "./journal.ts";
import type { Shelf } from "./shelf.ts";
import { byText } from "./sorted.ts";

/** What people did with a tenant's approvals. */
export function approvalHistory(
  { approvalHistory: rows }: Shelf,
  journal: Journal,
): ApprovalHistory {
  return {
    add: (entries) =>
      Promise.try(() => {
        for (const entry of entries) journal.set(rows, entry.id, entry);
      }),
    of: (approvalId) =>
      Promise.try(() =>
        [...rows.values()].filter((one) => one.approvalId === approvalId)
          .toSorted((a, b) => byText(a.at, b.at) || byText(a.id, b.id))
      ),
  };
}
