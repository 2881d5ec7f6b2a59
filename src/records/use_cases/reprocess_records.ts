import type { Deps } from "../../../ports/deps.ts";
import type { RecordFilter } from "../record_filter.ts";
import { withdrawn } from "../../approvals/withdrawn.ts";
import type { RecordId } from "../../kernel/ids.ts";
import type { PageRequest } from "../../kernel/page.ts";
import { ok, type Result } from "../../kernel/result.ts";
import { withoutRuleFields } from "../../processing/rule_fields.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";
import { isErased } from "../erased.ts";
import type { CompanyRecord } from "../record.ts";

/** Which records: by id, or a page of those that a filter lets through. */
export type ReprocessRecords =
  | { readonly recordIds: readonly RecordId[] }
  | { readonly filter: RecordFilter; readonly page: PageRequest };

export type Requeued = {
  readonly requeued: number;
  /** Those that a person settled, that wait already, that were erased, or that are not there. */
  readonly skipped: number;
  /** Of a filter: where to go on; null when all were seen. */
  readonly next_cursor: string | null;
};

/** Sends records through the pipeline again. What a person settled stays as it is. */
export async function reprocessRecords(
  deps: Pick<Deps, "uow" | "clock">,
  scope: Scope,
  which: ReprocessRecords,
): Promise<Result<Requeued, AccessDenied>> {
  const allowed = permit(scope, "records.write");
  if (!allowed.ok) return allowed;
  const now = deps.clock.now();
  return deps.uow.run(allowed.value, async (tx) => {
    const page = "recordIds" in which
      ? { data: await tx.records.find(which.recordIds), nextCursor: null }
      : await tx.records.list(which.filter, which.page);
    const named = "recordIds" in which
      ? new Set(which.recordIds).size
      : page.data.length;
    const again = page.data.filter(mayGoAgain);
    const waiting = await tx.approvals.waitingFor(again.map(({ id }) => id));
    const saved = await tx.records.save(again.map(asIngested), now);
    const isSaved = new Set(saved);
    await tx.approvals.save(
      waiting.filter((approval) => isSaved.has(approval.recordId))
        .map((approval) => withdrawn(approval, now)),
    );
    tx.events.append(saved.map((record_id) => ({
      type: "REPROCESS_REQUESTED",
      payload: { record_id },
    })));
    return ok({
      requeued: saved.length,
      skipped: named - saved.length,
      next_cursor: page.nextCursor,
    });
  });
}

function mayGoAgain(record: CompanyRecord): boolean {
  if (isErased(record)) return false;
  return record.status === "failed" ||
    (record.status === "processed" &&
      !record.settledByPerson.includes("category_id"));
}

function asIngested(record: CompanyRecord): CompanyRecord {
  return {
    ...withoutRuleFields(record),
    status: "ingested",
    outcome: null,
    categoryId: null,
    source: null,
    confidence: null,
  };
}
