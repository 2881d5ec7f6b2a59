import type { Deps } from "../../../ports/deps.ts";
import { plusMs } from "../../kernel/instant.ts";
import { ok, type Result } from "../../kernel/result.ts";
import type { CompanyRecord } from "../../records/record.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import { actorId, type Scope } from "../../tenancy/scope.ts";
import type { Approval } from "../approval.ts";
import { type Candidate, openCandidates } from "../candidate.ts";

/** An approval that the caller may decide, with what there is to decide. */
export interface ClaimedApproval extends Approval {
  readonly record: CompanyRecord;
  readonly candidates: readonly Candidate[];
}

/** Gives the caller the sole right to decide up to `limit` waiting items, for `leaseMs`; oldest first. */
export async function claimApprovals(
  deps: Pick<Deps, "uow" | "clock">,
  scope: Scope,
  { limit, leaseMs }: { readonly limit: number; readonly leaseMs: number },
): Promise<Result<readonly ClaimedApproval[], AccessDenied>> {
  const allowed = permit(scope, "approvals.decide");
  if (!allowed.ok) return allowed;
  const now = deps.clock.now();
  const lease = { by: actorId(scope), until: plusMs(now, leaseMs) };
  return deps.uow.run(allowed.value, async (tx) => {
    const claimed = await tx.approvals.claim(lease, limit, now);
    const records = new Map(
      (await tx.records.find(claimed.map(({ recordId }) => recordId)))
        .map((record) => [record.id, record]),
    );
    const categories = await tx.categories.all();
    return ok(claimed.flatMap((approval) => {
      const record = records.get(approval.recordId);
      if (!record) return [];
      const candidates = openCandidates(record, categories);
      return [{ ...approval, record, candidates }];
    }));
  });
}
