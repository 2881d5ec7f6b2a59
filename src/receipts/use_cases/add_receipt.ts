import type { Deps } from "../../../ports/deps.ts";
import type { Tx } from "../../../ports/unit_of_work.ts";
import type { Failure } from "../../kernel/failure.ts";
import type { RecordId } from "../../kernel/ids.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import { actorId, type Scope } from "../../tenancy/scope.ts";
import { attachTo } from "../attach_to.ts";
import { cleanFileName } from "../file_name.ts";
import {
  type Receipt,
  type ReceiptFacts,
  receiptFailures,
  receiptKey,
  type ReceiptSource,
} from "../receipt.ts";
import type { StoredFile } from "./store_receipt_file.ts";

export interface AddReceipt extends ReceiptFacts {
  readonly file: StoredFile;
  readonly fileName: string | null;
  readonly source: ReceiptSource;
  /** The record that it is for, where that is known. */
  readonly recordId: RecordId | null;
}

/** A receipt, and whether it was made by this. */
export type AddedReceipt = {
  readonly receipt: Receipt;
  readonly isNew: boolean;
};

/**
 * Makes a receipt of bytes that are kept. The same bytes once more are the receipt that is there, which then is for this
 * record as well; the second copy is removed again.
 */
export async function addReceipt(
  deps: Pick<Deps, "uow" | "clock" | "files">,
  scope: Scope,
  asked: AddReceipt,
): Promise<
  Result<
    AddedReceipt,
    | AccessDenied
    | Failure<"receipt.record_missing" | "receipt.too_many_records">
  >
> {
  const allowed = permit(scope, "receipts.write");
  if (!allowed.ok) return allowed;
  const now = deps.clock.now();
  const receipt: Receipt = {
    ...asked.file,
    version: 1,
    fileName: cleanFileName(asked.fileName, asked.file.type),
    source: asked.source,
    addedBy: actorId(scope),
    createdAt: now,
    removedAt: null,
    recordIds: asked.recordId === null ? [] : [asked.recordId],
    amount: asked.amount,
    occurredAt: asked.occurredAt,
    counterparty: asked.counterparty,
  };
  // What a unit that throws has come to is not known: its file is left to the sweep.
  const added = await deps.uow.run(allowed.value, (tx) => add(tx, receipt));
  if (!added.ok || added.value.receipt.id !== receipt.id) {
    await deps.files.remove([receiptKey(scope.tenantId, receipt.id)]);
  }
  return added;
}

async function add(
  tx: Tx,
  receipt: Receipt,
): Promise<
  Result<
    AddedReceipt,
    Failure<"receipt.record_missing" | "receipt.too_many_records">
  >
> {
  const { recordIds } = receipt;
  const found = await tx.records.find(recordIds);
  if (found.length < recordIds.length) {
    return fail(receiptFailures.record_missing({ record_ids: [...recordIds] }));
  }
  const page = { limit: 1, cursor: null };
  const { data: [there] } = await tx.receipts.list(
    { sha256: receipt.sha256 },
    page,
  );
  if (there) {
    const changed = attachTo(there, recordIds);
    if (!changed.ok) return changed;
    const { receipt: next, facts } = changed.value;
    if (facts.length === 0) return ok({ receipt: there, isNew: false });
    await tx.receipts.save([next]);
    tx.events.append(facts);
    return ok({
      receipt: { ...next, version: next.version + 1 },
      isNew: false,
    });
  }
  await tx.receipts.add([receipt]);
  const { id, source } = receipt;
  tx.events.append([
    { type: "RECEIPT_ADDED", payload: { receipt_id: id, source } },
    ...recordIds.map((record_id) => ({
      type: "RECEIPT_ATTACHED" as const,
      payload: { receipt_id: id, record_id },
    })),
  ]);
  return ok({ receipt, isNew: true });
}
