import type { Deps } from "../../../ports/deps.ts";
import type { Tx } from "../../../ports/unit_of_work.ts";
import type { Approval } from "../../approvals/approval.ts";
import {
  type HistoryEntry,
  historyEntry,
} from "../../approvals/history_entry.ts";
import { withdrawn } from "../../approvals/withdrawn.ts";
import type { Instant } from "../../kernel/instant.ts";
import type { CompanyRecord } from "../../records/record.ts";
import { isDecision } from "../history/plan.ts";
import { approvalOf } from "./carry_out_plans.ts";
import type { Undoing } from "./undo_diffs.ts";

/**
 * What waits for a person after an undo: what runs withdrew waits again with what was said of it, audits too, and what
 * they added no longer does.
 */
export async function approvalsAfter(
  deps: Pick<Deps, "ids">,
  tx: Pick<Tx, "approvals">,
  undoing: readonly Undoing[],
  { contextAttributes, now, undoneBy }: {
    readonly contextAttributes: readonly string[];
    readonly now: Instant;
    readonly undoneBy: string | null;
  },
): Promise<{
  readonly withdrawn: readonly Approval[];
  readonly reopened: readonly Approval[];
  readonly added: readonly Approval[];
  readonly happened: readonly HistoryEntry[];
}> {
  const decided = undoing.filter(({ record, back }) =>
    record !== null && [...back.keys()].some(isDecision)
  );
  const found = new Map(
    (await tx.approvals.find(decided.flatMap(idsOf)))
      .map((approval) => [approval.id, approval]),
  );
  const ended: Approval[] = [];
  const reopened: Approval[] = [];
  const added: Approval[] = [];
  const happened: HistoryEntry[] = [];
  for (const one of decided) {
    const record = one.record!;
    const known = idsOf(one).flatMap((id) => found.get(id) ?? []);
    const waiting = known.find(({ state }) => state.kind === "waiting");
    // The earliest run's: it is the one that was there before them all. A settled record waits as an audit.
    const before = known.findLast(({ state, because }) =>
      state.kind === "withdrawn" && waits(record) !== (because === "audit")
    );
    if (waiting && (before || !waits(record))) {
      ended.push(withdrawn(waiting, now));
    }
    if (before?.state.kind === "withdrawn") {
      const { at, verdicts } = before.state;
      reopened.push({ ...before, state: { kind: "waiting", verdicts } });
      const entry = (
        given: Pick<HistoryEntry, "kind" | "at" | "by">,
      ) => historyEntry(deps.ids.next("aph"), before, given);
      happened.push(
        entry({ kind: "withdrawn", at, by: null }),
        entry({ kind: "reopened", at: now, by: undoneBy }),
      );
    } else if (waits(record) && !waiting) {
      added.push(approvalOf(deps, record, contextAttributes, now));
    }
  }
  return { withdrawn: ended, reopened, added, happened };
}

/** Of what gave the decision back, the latest run's first. */
function idsOf({ taken }: Undoing): readonly Approval["id"][] {
  return taken.map(({ diff: { undo } }) => undo)
    .filter(({ outcome }) => outcome?.restored.some(isDecision))
    .flatMap(({ approval_id, audit_id }) => [
      ...approval_id ? [approval_id] : [],
      ...audit_id ? [audit_id] : [],
    ]);
}

function waits({ status, outcome }: CompanyRecord): boolean {
  return status === "processed" && outcome === "needs_review";
}
