import type { Deps } from "../../../ports/deps.ts";
import type { Fact } from "../../events/fact.ts";
import type { Failure } from "../../kernel/failure.ts";
import type { ReceiptId, RecordId } from "../../kernel/ids.ts";
import { canonicalJson } from "../../kernel/json.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";
import { attachTo } from "../attach_to.ts";
import { cleanFileName } from "../file_name.ts";
import {
  type Receipt,
  type ReceiptFacts,
  receiptFailures,
} from "../receipt.ts";
import { findReceipt } from "./read_receipt.ts";

/** What is to be another way; what is left out stays. */
export type ReceiptChange = Partial<ReceiptFacts> & {
  readonly attach?: readonly RecordId[];
  readonly detach?: readonly RecordId[];
  readonly fileName?: string;
};

/** The names by which the event log tells what was changed, never what to. */
const FIELDS = {
  fileName: "file_name",
  amount: "amount",
  occurredAt: "occurred_at",
  counterparty: "counterparty",
} as const;

/** Attaches a receipt to records, detaches it, and writes what was read off it. */
export async function changeReceipt(
  deps: Pick<Deps, "uow">,
  scope: Scope,
  id: ReceiptId,
  { change, seenVersion }: {
    readonly change: ReceiptChange;
    readonly seenVersion: number | null;
  },
): Promise<
  Result<
    Receipt,
    | AccessDenied
    | Failure<
      | "receipt.missing"
      | "receipt.stale"
      | "receipt.record_missing"
      | "receipt.too_many_records"
    >
  >
> {
  const allowed = permit(scope, "receipts.write");
  if (!allowed.ok) return allowed;
  const { attach = [], detach = [], fileName, ...facts } = change;
  return deps.uow.run(allowed.value, async (tx) => {
    const found = await findReceipt(tx, id);
    if (!found.ok) return found;
    const before = found.value;
    const { version } = before;
    if (seenVersion !== null && seenVersion !== version) {
      return fail(receiptFailures.stale({ receipt_id: id, version }));
    }
    const records = new Set(
      (await tx.records.find(attach)).map((one) => one.id),
    );
    const missing = attach.filter((one) => !records.has(one));
    if (missing.length > 0) {
      return fail(receiptFailures.record_missing({ record_ids: missing }));
    }
    const linked = attachTo(before, attach, detach);
    if (!linked.ok) return linked;
    const after: Receipt = {
      ...linked.value.receipt,
      ...facts,
      ...fileName !== undefined &&
        { fileName: cleanFileName(fileName, before.type) },
    };
    const fields = Object.entries(FIELDS).flatMap(([field, told]) => {
      const [a, b] = [before, after].map((one) =>
        canonicalJson(one[field as keyof typeof FIELDS] as string | null)
      );
      return a === b ? [] : [told];
    });
    const told: Fact[] = [
      ...linked.value.facts,
      ...fields.length === 0 ? [] : [{
        type: "RECEIPT_UPDATED" as const,
        payload: { receipt_id: id, fields },
      }],
    ];
    if (told.length === 0) return ok(before);
    await tx.receipts.save([after]);
    tx.events.append(told);
    return ok({ ...after, version: version + 1 });
  });
}
