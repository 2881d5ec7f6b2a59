import type { Deps } from "../../../ports/deps.ts";
import type { Page, PageRequest } from "../../kernel/page.ts";
import type { RecordId } from "../../kernel/ids.ts";
import { ok, type Result } from "../../kernel/result.ts";
import type { CompanyRecord } from "../../records/record.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";
import type { Approval } from "../approval.ts";
import { type Candidate, openCandidates } from "../candidate.ts";

/** A page of approvals with their records and what to choose from, and how many wait in all. */
export interface ApprovalList {
  readonly page: Page<Approval>;
  readonly records: ReadonlyMap<RecordId, CompanyRecord>;
  readonly candidates: ReadonlyMap<RecordId, readonly Candidate[]>;
  readonly waiting: number;
}

/** The approvals of one state, oldest first. */
export async function listApprovals(
  deps: Pick<Deps, "uow">,
  scope: Scope,
  state: Approval["state"]["kind"],
  request: PageRequest,
): Promise<Result<ApprovalList, AccessDenied>> {
  const allowed = permit(scope, "approvals.read");
  if (!allowed.ok) return allowed;
  return deps.uow.run(allowed.value, async (tx) => {
    const page = await tx.approvals.list(state, request);
    const records = await tx.records.find(page.data.map((a) => a.recordId));
    const categories = await tx.categories.all();
    return ok({
      page,
      records: new Map(records.map((record) => [record.id, record])),
      candidates: new Map(
        records.map((
          record,
        ) => [record.id, openCandidates(record, categories)]),
      ),
      waiting: await tx.approvals.countWaiting(),
    });
  });
}
