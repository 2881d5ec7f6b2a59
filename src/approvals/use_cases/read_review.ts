import type { Deps } from "../../../ports/deps.ts";
import type { Category } from "../../categories/category.ts";
import type { Failure } from "../../kernel/failure.ts";
import { type ApprovalId, isId } from "../../kernel/ids.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import type { Neighbour } from "../../processing/trace.ts";
import type { Receipt } from "../../receipts/receipt.ts";
import type { CompanyRecord } from "../../records/record.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";
import { type Approval, approvalFailures } from "../approval.ts";
import { type Candidate, openCandidates } from "../candidate.ts";

/** A record that people approved before, and how it is like the one at hand. */
export interface SimilarDecision extends Neighbour {
  /** Null where it is there no more. */
  readonly record: CompanyRecord | null;
}

/** All that a person looks at to decide one approval. */
export interface Review {
  readonly approval: Approval;
  readonly record: CompanyRecord;
  readonly candidates: readonly Candidate[];
  /** All of the company's, archived ones too. */
  readonly categories: readonly Category[];
  /** What spoke for the suggestion, heaviest first. */
  readonly similar: readonly SimilarDecision[];
  /** The latest; empty where receipts may not be read. */
  readonly receipts: readonly Receipt[];
  /** Who decided it, by name; null where it was not decided, or not by a person who is known. */
  readonly decidedBy: string | null;
  /** How many approvals wait in all. */
  readonly waiting: number;
}

/** Receipts that are shown beside a record. */
const RECEIPTS_MAX = 10;

/** One approval with all that helps to decide it, read at one moment. */
export async function readReview(
  deps: Pick<Deps, "uow">,
  scope: Scope,
  id: ApprovalId,
): Promise<Result<Review, AccessDenied | Failure<"approval.missing">>> {
  const allowed = permit(scope, "approvals.read");
  if (!allowed.ok) return allowed;
  const mayReadReceipts = permit(scope, "receipts.read").ok;
  return deps.uow.run(allowed.value, async (tx) => {
    const [approval] = await tx.approvals.find([id]);
    const [record] = await tx.records.find(
      approval ? [approval.recordId] : [],
    );
    if (!approval || !record) {
      return fail(approvalFailures.missing({ approval_id: id }));
    }
    const neighbours = neighboursOf(record);
    const alike = new Map(
      (await tx.records.find([
        ...new Set(neighbours.map((one) => one.record_id)),
      ])).map((one) => [one.id, one]),
    );
    const { state } = approval;
    const by = state.kind === "decided" && isId("usr", state.by)
      ? state.by
      : null;
    const [decider] = await tx.members.find(by === null ? [] : [by]);
    const categories = await tx.categories.all();
    const receipts = mayReadReceipts
      ? await tx.receipts.list({ recordIds: [record.id] }, {
        limit: RECEIPTS_MAX,
        cursor: null,
      })
      : null;
    return ok({
      approval,
      record,
      candidates: openCandidates(record, categories),
      categories,
      similar: neighbours.map((one) => ({
        ...one,
        record: alike.get(one.record_id) ?? null,
      })),
      receipts: receipts?.data ?? [],
      decidedBy: decider?.name ?? null,
      waiting: await tx.approvals.countWaiting(),
    });
  });
}

function neighboursOf({ trace }: CompanyRecord): readonly Neighbour[] {
  return trace?.steps
    .findLast((step) => step.kind === "examples_recalled")?.neighbours ?? [];
}
