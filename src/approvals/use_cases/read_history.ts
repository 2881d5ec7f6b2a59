import type { Deps } from "../../../ports/deps.ts";
import type { Failure } from "../../kernel/failure.ts";
import type { ApprovalId } from "../../kernel/ids.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";
import { type Approval, approvalFailures } from "../approval.ts";
import { type HistoryEntry, historyEntry } from "../history_entry.ts";

/** What happened to an approval: what was kept of it, and what the approval itself tells, which has no `id`. */
export type Happened =
  & Omit<HistoryEntry, "id" | "kind">
  & {
    readonly id: HistoryEntry["id"] | null;
    readonly kind: HistoryEntry["kind"] | "asked";
  };

/** All that happened to an approval, the oldest first. */
export async function readApprovalHistory(
  deps: Pick<Deps, "uow">,
  scope: Scope,
  id: ApprovalId,
): Promise<
  Result<readonly Happened[], AccessDenied | Failure<"approval.missing">>
> {
  const allowed = permit(scope, "approvals.read");
  if (!allowed.ok) return allowed;
  return deps.uow.run(allowed.value, async (tx) => {
    const [approval] = await tx.approvals.find([id]);
    if (!approval) return fail(approvalFailures.missing({ approval_id: id }));
    return ok(historyOf(approval, await tx.approvalHistory.of(id)));
  });
}

function historyOf(
  approval: Approval,
  entries: readonly HistoryEntry[],
): readonly Happened[] {
  const { state, createdAt } = approval;
  const byService = (kind: "asked" | "withdrawn", at: Happened["at"]) => ({
    ...historyEntry("aph_none", approval, { kind: "commented", at, by: null }),
    id: null,
    kind,
  });
  const told = entries.some(({ kind }) => kind === "decided");
  // One that was decided before a history was kept.
  const decided = state.kind === "decided" && !told
    ? [{
      ...historyEntry("aph_none", approval, {
        kind: "decided",
        at: state.at,
        by: state.by,
        text: state.note,
        verdict: state.verdict,
        categoryId: state.categoryId,
      }),
      id: null,
    }]
    : [];
  const withdrawn = state.kind === "withdrawn"
    ? [byService("withdrawn", state.at)]
    : [];
  return [byService("asked", createdAt), ...entries, ...decided, ...withdrawn]
    .toSorted((a, b) => a.at < b.at ? -1 : a.at > b.at ? 1 : 0);
}
