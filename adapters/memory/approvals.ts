import type { Approval } from "../../src/approvals/approval.ts";
import { pageOf } from "../../src/kernel/page.ts";
import type { ApprovalId } from "../../src/kernel/ids.ts";
import type { Approvals } from "../../ports/approvals.ts";
import { entities, present } from "./entities.ts";
import type { Journal } from "./journal.ts";
import type { Shelf } from "./shelf.ts";
import { byText, insertSorted, placeOf, removeSorted } from "./sorted.ts";
import { unique } from "./unique.ts";

/** A tenant's approvals, by id and by state. Units run one after another, so finding one locks it. */
export function approvals(shelf: Shelf, journal: Journal): Approvals {
  const { approvals: rows, approvalOrder, approvalWaiting } = shelf;
  const oneWaits = unique<Approval>(
    "one waiting approval per record",
    approvalWaiting,
    ({ state, recordId }) => state.kind === "waiting" ? recordId : null,
    journal,
  );
  const { add, find, save } = entities(rows, journal, (before, after) => {
    oneWaits(before, after);
    const [old, state] = [before?.state.kind, after.state.kind];
    if (old === state) return;
    if (old) removeSorted(approvalOrder[old], after.id, byText, journal);
    insertSorted(approvalOrder[state], after.id, byText, journal);
  });

  return {
    add,
    find,
    save,
    waitingFor: (recordIds) =>
      Promise.resolve(present(rows, present(approvalWaiting, recordIds))),
    list: (state, { limit, cursor }) =>
      Promise.try(() => {
        const order = approvalOrder[state];
        const start = cursor === null ? 0 : after(order, cursor as ApprovalId);
        const found = order.slice(start, start + limit + 1);
        return pageOf(present(rows, found), limit, ({ id }) => id);
      }),
    everAudited: () =>
      Promise.resolve(
        rows.values().some(({ because }) => because === "audit"),
      ),
    countWaiting: () => Promise.resolve(approvalOrder.waiting.length),
    latestDoubts: (limit) =>
      Promise.try(() =>
        [...rows.values()]
          .filter(({ because }) => because === "not_sure_enough")
          .toSorted((a, b) => byText(b.id, a.id)).slice(0, limit)
          .map(({ confidence }) => confidence)
      ),
  };
}

function after(order: readonly ApprovalId[], id: ApprovalId): number {
  const place = placeOf(order, id, byText);
  return order[place] === id ? place + 1 : place;
}
