import type { Deps } from "../../../ports/deps.ts";
import type { Tx } from "../../../ports/unit_of_work.ts";
import { type Approval, WAITING } from "../../approvals/approval.ts";
import type { Instant } from "../../kernel/instant.ts";
import type { CompanyRecord } from "../../records/record.ts";
import { isDecision } from "../history/plan.ts";
import { approvalOf } from "./carry_out_plans.ts";
import type { Undoing } from "./undo_diffs.ts";

/** What waits for a person after an undo: an approval that a run withdrew waits again, one that it added no longer does. */
export async function approvalsAfter(
  deps: Pick<Deps, "ids">,
  tx: Pick<Tx, "approvals">,
  undoing: readonly Undoing[],
  { contextAttributes, now }: {
    readonly contextAttributes: readonly string[];
    readonly now: Instant;
  },
): Promise<{
  readonly changed: readonly Approval[];
  readonly added: readonly Approval[];
}> {
  const decided = undoing.filter(({ record, back }) =>
    record !== null && [...back.keys()].some(isDecision)
  );
  const found = new Map(
    (await tx.approvals.find(decided.flatMap(idsOf)))
      .map((approval) => [approval.id, approval]),
  );
  const changed: Approval[] = [];
  const added: Approval[] = [];
  for (const one of decided) {
    // The earliest run's last: it is the one that was there before them all.
    const known = idsOf(one).flatMap((id) => found.get(id) ?? []);
    const waiting = known.find(({ state }) => state.kind === "waiting");
    if (!waits(one.record!)) {
      if (waiting) {
        changed.push({ ...waiting, state: { kind: "withdrawn", at: now } });
      }
      continue;
    }
    if (waiting) continue;
    const withdrawn = known
      .findLast(({ state, because }) =>
        state.kind === "withdrawn" && because !== "audit"
      );
    if (withdrawn) changed.push({ ...withdrawn, state: WAITING });
    else {
      added.push(approvalOf(deps, one.record!, contextAttributes, now));
    }
  }
  return { changed, added };
}

function idsOf({ taken }: Undoing): readonly Approval["id"][] {
  return taken.flatMap(({ diff }) => diff.undo.approval_id ?? []);
}

function waits({ status, outcome }: CompanyRecord): boolean {
  return status === "processed" && outcome === "needs_review";
}
