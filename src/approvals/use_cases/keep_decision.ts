import type { Deps } from "../../../ports/deps.ts";
import type { Tx } from "../../../ports/unit_of_work.ts";
import type { Fact } from "../../events/fact.ts";
import type { DecisionId, RecordId } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/instant.ts";
import type { CompanyRecord } from "../../records/record.ts";
import type { Approval } from "../approval.ts";
import {
  type DecidedApproval,
  isDecided,
  type JudgedApproval,
} from "../decide_approval.ts";
import type { DecisionItem, RecordBefore } from "../decision.ts";
import { type HistoryEntry, historyEntry } from "../history_entry.ts";

/** An approval before and after what a person said, with the note. */
export interface Judged {
  readonly from: Approval;
  readonly to: JudgedApproval;
  readonly note: string | null;
}

/** Keeps what was said in one step, so that it can be shown and taken back, and tells the log. */
export async function keepDecision(
  deps: Pick<Deps, "ids">,
  tx: Pick<Tx, "decisions" | "approvalHistory" | "events">,
  { id, at, by }: {
    readonly id: DecisionId;
    readonly at: Instant;
    readonly by: string;
  },
  judged: readonly Judged[],
  { records, before }: {
    readonly records: ReadonlyMap<RecordId, CompanyRecord>;
    readonly before: ReadonlyMap<RecordId, RecordBefore>;
  },
): Promise<void> {
  if (judged.length === 0) return;
  await tx.decisions.add(
    { id, at, by },
    judged.map(({ from, to }): DecisionItem => ({
      decisionId: id,
      approvalId: to.id,
      recordId: to.recordId,
      recordVersion: isDecided(to)
        ? records.get(to.recordId)!.version + 1
        : null,
      before: {
        verdicts: from.state.kind === "waiting" ? from.state.verdicts : [],
        record: before.get(to.recordId) ?? null,
      },
      undone: null,
    })),
  );
  await tx.approvalHistory.add(
    judged.map((one) => entryOf(deps, one, { id, at, by })),
  );
  tx.events.append(judged.map(({ to }) => factOf(to, id)));
}

function entryOf(
  deps: Pick<Deps, "ids">,
  { from, to, note }: Judged,
  { id, at, by }: {
    readonly id: DecisionId;
    readonly at: Instant;
    readonly by: string;
  },
): HistoryEntry {
  const first = from.state.kind === "waiting" &&
    from.state.verdicts.length === 0;
  const said = isDecided(to) ? to.state : to.state.verdicts.at(-1)!;
  return historyEntry(deps.ids.next("aph"), to, {
    kind: isDecided(to) ? "decided" : first ? "verdict_given" : "disagreed",
    at,
    by,
    text: note,
    verdict: said.verdict,
    categoryId: said.categoryId,
    decisionId: id,
  });
}

function factOf(judged: JudgedApproval, decisionId: DecisionId): Fact {
  if (!isDecided(judged)) {
    return {
      type: "VERDICT_GIVEN",
      payload: {
        record_id: judged.recordId,
        approval_id: judged.id,
        decision_id: decisionId,
      },
    };
  }
  return decidedFact(judged);
}

function decidedFact(
  { id, recordId, suggestion, state }: DecidedApproval,
): Fact {
  const ids = { record_id: recordId, approval_id: id };
  const { categoryId } = state;
  if (state.verdict === "reject" || categoryId === null) {
    return { type: "TX_REJECTED", payload: ids };
  }
  if (state.verdict === "override" && categoryId !== suggestion) {
    return {
      type: "TX_OVERRIDDEN",
      payload: {
        ...ids,
        before: { category_id: suggestion },
        after: { category_id: categoryId },
      },
    };
  }
  return { type: "TX_APPROVED", payload: { ...ids, category_id: categoryId } };
}
