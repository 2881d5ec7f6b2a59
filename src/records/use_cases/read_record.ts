import type { Deps } from "../../../ports/deps.ts";
import type { RecordPast } from "../../../ports/records.ts";
import type { Failure } from "../../kernel/failure.ts";
import type { RecordId } from "../../kernel/ids.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";
import { type CompanyRecord, recordFailures } from "../record.ts";

/** A record with what else is kept of it. */
export interface RecordInFull {
  readonly record: CompanyRecord;
  readonly past: RecordPast;
  /** It is not booked yet at its source. */
  readonly pending: boolean;
}

/** One record, its payload as received, its earlier traces, and conflicting content kept aside. */
export async function readRecord(
  deps: Pick<Deps, "uow">,
  scope: Scope,
  id: RecordId,
): Promise<Result<RecordInFull, AccessDenied | Failure<"record.missing">>> {
  const allowed = permit(scope, "records.read");
  if (!allowed.ok) return allowed;
  return deps.uow.run(allowed.value, async (tx) => {
    const [record] = await tx.records.find([id]);
    const past = await tx.records.past(id);
    const pending = await tx.pendingRecords.among([id]);
    return record && past
      ? ok({ record, past, pending: pending.length > 0 })
      : fail(recordFailures.missing({ record_id: id }));
  });
}
