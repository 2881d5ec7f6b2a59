import type { Decisions } from "../../ports/decisions.ts";
import type { DecisionItem } from "../../src/approvals/decision.ts";
import type { Journal } from "./journal.ts";
import type { Shelf } from "./shelf.ts";
import { byText } from "./sorted.ts";

/** A tenant's decisions, and their items by decision and approval. Units run one after another, so reading locks. */
export function decisions(shelf: Shelf, journal: Journal): Decisions {
  const { decisions: rows, decisionItems } = shelf;
  const keyOf = ({ decisionId, approvalId }: DecisionItem) =>
    `${decisionId} ${approvalId}`;
  const all = () => [...decisionItems.values()];

  return {
    add: (decision, items) =>
      Promise.try(() => {
        journal.set(rows, decision.id, decision);
        for (const item of items) journal.set(decisionItems, keyOf(item), item);
      }),
    find: (id) => Promise.resolve(rows.get(id)),
    items: (id) =>
      Promise.try(() =>
        all().filter(({ decisionId }) => decisionId === id)
          .toSorted((a, b) => byText(a.approvalId, b.approvalId))
      ),
    latestOf: (approvalId) =>
      Promise.try(() =>
        all().filter((one) =>
          one.approvalId === approvalId && one.undone === null
        ).toSorted((a, b) => byText(a.decisionId, b.decisionId)).at(-1)
      ),
    undo: (items, undone) =>
      Promise.try(() => {
        for (const item of items) {
          journal.set(decisionItems, keyOf(item), { ...item, undone });
        }
      }),
  };
}
