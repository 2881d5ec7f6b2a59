import type { RecordId } from "../../src/kernel/ids.ts";
import type { RecordDiff } from "../../src/rules/history/plan.ts";
import { pageOf } from "../../src/kernel/page.ts";
import type { RuleDiffs } from "../../ports/rule_diffs.ts";
import { present } from "./entities.ts";
import type { Journal } from "./journal.ts";
import type { Shelf } from "./shelf.ts";
import { byText } from "./sorted.ts";

/** What back-tests found and runs changed, by owner and record. */
export function ruleDiffs(shelf: Shelf, journal: Journal): RuleDiffs {
  const of = (owner: string) =>
    shelf.ruleDiffs.get(owner) ?? new Map<RecordId, RecordDiff>();
  return {
    put: (owner, diffs) =>
      Promise.try(() => {
        if (diffs.length === 0) return;
        const next = new Map(of(owner));
        for (const diff of diffs) next.set(diff.recordId, diff);
        journal.set(shelf.ruleDiffs, owner, next);
      }),
    list: (owner, { limit, cursor }) =>
      Promise.try(() => {
        const found = [...of(owner).values()]
          .filter(({ recordId }) => cursor === null || recordId < cursor)
          .sort((a, b) => byText(b.recordId, a.recordId));
        return pageOf(found, limit, ({ recordId }) => recordId);
      }),
    find: (owner, recordIds) => Promise.resolve(present(of(owner), recordIds)),
    changedSince: (owner) =>
      Promise.resolve(
        [...of(owner).values()].filter(({ recordId, recordVersion }) =>
          shelf.records.get(recordId)?.record.version !== recordVersion
        ).length,
      ),
  };
}
